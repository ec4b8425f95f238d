variable "needed" {}
output "x" { value = var.needed }
