output "timestamp" { value = timestamp() }
output "plantimestamp" { value = plantimestamp() }
output "uuid" { value = uuid() }
output "bcrypt" { value = bcrypt("secret") }
output "length" { value = length(uuid()) }
output "not_null" { value = timestamp() != null }
