output "text" { value = coalesce("", "b") }
output "null" { value = coalesce(null, "b") }
output "number" { value = coalesce(null, 1, 2) }
output "mixed" { value = coalesce(1, "a") }
output "list" { value = coalescelist([], ["a"]) }
output "zero" { value = coalesce(0, 1) }
output "false" { value = coalesce(false, true) }
