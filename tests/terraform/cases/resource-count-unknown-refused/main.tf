resource "terraform_data" "x" {}
resource "terraform_data" "a" { count = length(terraform_data.x.id) }
output "n" { value = length(terraform_data.a) }
