variable "id" { type = string }
resource "terraform_data" "inner" { input = var.id }
output "id" { value = var.id }
output "known" { value = "k" }
output "mixed" { value = { id = var.id, n = 1 } }
output "prefix" { value = startswith("a-${var.id}", "a-") }
