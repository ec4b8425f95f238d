variable "region" {
  type    = string
  default = "eu"
}
locals {
  a = "original"
  b = "kept"
}
resource "terraform_data" "r" {
  input            = "original"
  triggers_replace = "kept"
}
output "o" {
  value       = "original"
  description = "kept"
}
output "region" { value = var.region }
output "locals" { value = [local.a, local.b] }
