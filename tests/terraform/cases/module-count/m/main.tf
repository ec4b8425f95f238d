variable "n" {}
output "n" { value = var.n * 10 }
resource "terraform_data" "r" { input = var.n }
