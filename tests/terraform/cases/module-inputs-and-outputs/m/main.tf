variable "name" { type = string }
variable "list" { type = list(string) }
variable "default" { default = { a = 1 } }
output "name" { value = upper(var.name) }
output "list" { value = var.list }
output "default" { value = var.default }
