output "plain" { value = replace("1 + 2 + 3", "+", "-") }
output "regex" { value = replace("hello world", "/w.*d/", "everybody") }
output "group" { value = replace("a-b", "/(a)-(b)/", "$2-$1") }
output "named" { value = replace("a-b", "/(?P<x>a)/", "<$${x}>") }
output "empty" { value = replace("abc", "", "-") }
output "slash" { value = replace("a/b", "/", "|") }
