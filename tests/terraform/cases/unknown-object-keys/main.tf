resource "terraform_data" "x" {}
output "key" { value = { (terraform_data.x.id) = 1 } }
output "length" { value = length({ (terraform_data.x.id) = 1 }) }
output "beside" { value = { (terraform_data.x.id) = 1, a = 2 } }
