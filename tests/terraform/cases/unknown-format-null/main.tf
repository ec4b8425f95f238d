output "null" { value = format("%v", null) }
output "text" { value = format("a-%v", null) }
