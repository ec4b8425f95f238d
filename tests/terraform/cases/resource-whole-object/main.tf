resource "terraform_data" "a" { input = "x" }
output "has_input" { value = can(terraform_data.a.input) }
output "null" { value = terraform_data.a == null }
