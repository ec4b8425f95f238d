output "keys" { value = { (1) = "a", (1.5) = "b", (-2) = "c" } }
output "text" { value = "${100000000000000000000}|${1.10}|${-0.5}|${1e2}" }
output "joined" { value = join("|", [1, 2.50, 1e6, 0.1]) }
output "encoded" { value = jsonencode({ a = 1.0, b = 1.10, c = 1e21 }) }
output "large_sum" { value = tostring(9007199254740993 + 1) }
output "large_factor" { value = tostring(123456789123456789 * 1000000007) }
