output "if" { value = "a%{if true}b%{endif}c" }
output "else" { value = "a%{if false}b%{else}d%{endif}c" }
output "for" { value = "%{for x in [1, 2, 3]}${x},%{endfor}" }
output "for_index" { value = "%{for i, x in ["a", "b"]}${i}:${x} %{endfor}" }
output "map" { value = "%{for k, v in { a = 1, b = 2 }}${k}=${v};%{endfor}" }
output "strip" { value = "a  ${~"b"~}  c" }
output "strip_if" { value = "a %{~if true~} b %{~endif~} c" }
output "nested" { value = "%{for x in [1, 2]}%{if x == 1}one%{else}more%{endif} %{endfor}" }
output "number" { value = "${1}${true}" }
