resource "terraform_data" "a·é" { input = "x" }
output "ⅷ" { value = terraform_data.a·é.input }
