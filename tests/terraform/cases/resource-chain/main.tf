resource "terraform_data" "a" { input = "x" }
resource "terraform_data" "b" { input = terraform_data.a.input }
resource "terraform_data" "c" { input = terraform_data.b.output }
resource "terraform_data" "d" { input = "${terraform_data.b.input}-${terraform_data.a.id}" }
output "b" { value = terraform_data.b.input }
