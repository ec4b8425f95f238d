output "list" { value = tolist(["a", 1, true]) }
output "set" { value = toset(["a", "b", "a"]) }
output "map" { value = tomap({ a = 1, b = "x" }) }
output "number" { value = [tonumber("1.5"), tonumber(2), tonumber(null)] }
output "string" { value = [tostring(1), tostring(true), tostring(null), tostring(1.50)] }
output "bool" { value = [tobool("true"), tobool(false), tobool("0")] }
output "nested" { value = tolist([["a"], [1]]) }
