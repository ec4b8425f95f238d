output "list" { value = [for i, v in ["a", "b"] : "${i}=${v}"] }
output "map" { value = [for k, v in { b = 1, a = 2 } : "${k}=${v}"] }
output "set" { value = [for k, v in toset(["b", "a"]) : "${k}=${v}"] }
output "object" { value = { for k, v in { a = 1, b = 2 } : v => k } }
output "upper_keys" { value = { for k in ["a", "b"] : upper(k) => length(k) } }
output "nested" { value = [for x in [1, 2] : [for y in [3, 4] : x * y]] }
output "filter" { value = [for n in range(6) : n if n % 2 == 0] }
output "index_key" { value = { for i, v in ["x", "y"] : i => v } }
