output "timestamp" { value = timestamp() }
output "uuid" { value = uuid() }
output "bcrypt" { value = bcrypt("secret") }
output "length" { value = length(uuid()) }
output "not_null" { value = timestamp() != null }
