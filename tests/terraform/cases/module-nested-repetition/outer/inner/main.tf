variable "name" {}
output "name" { value = "<${var.name}>" }
resource "terraform_data" "deep" {
  for_each = toset([var.name])
  input    = each.value
}
