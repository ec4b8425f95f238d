variable "text" {}
variable "object" { type = any }
output "text" { value = var.text }
output "object" { value = var.object }
