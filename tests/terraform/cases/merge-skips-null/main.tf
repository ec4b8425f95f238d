output "null" { value = merge({ a = 1 }, null, { b = 2 }) }
output "last_wins" { value = merge({ a = 1, b = 1 }, { a = 2 }) }
output "null_value" { value = merge({ a = 1 }, { a = null }) }
output "none" { value = merge() }
output "maps" { value = merge(tomap({ a = "x" }), tomap({ b = "y" })) }
output "mixed" { value = merge(tomap({ a = "x" }), { b = 1 }) }
output "expanded" { value = merge([{ a = 1 }, { b = 2 }]...) }
output "all_null" { value = merge(null, null) }
