variable "id" { type = string }
output "id" { value = var.id }
output "object" { value = { a = var.id } }
output "list" { value = tolist([var.id]) }
