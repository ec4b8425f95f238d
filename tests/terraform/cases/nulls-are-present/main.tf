output "lookup" { value = lookup({ a = null, b = "x" }, "a", "default") }
output "lookup_map" { value = lookup(tomap({ a = null, b = "x" }), "a", "default") }
output "try" { value = try(null, "fallback") }
output "missing" { value = lookup(tomap({ a = "x" }), "z", "default") }
output "length" { value = length([null, null]) }
output "in_map" { value = { a = null } }
output "in_list" { value = [null, "a"] }
output "list" { value = tolist([null, "a"]) }
output "coalesce" { value = coalesce(null, "", "x") }
