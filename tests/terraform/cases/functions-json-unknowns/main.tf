resource "terraform_data" "x" {}
output "whole" { value = jsonencode({ a = terraform_data.x.id }) }
output "list" { value = jsonencode([1, terraform_data.x.id]) }
output "starts" { value = startswith(jsonencode({ a = terraform_data.x.id }), "{") }
output "decoded" { value = jsondecode(terraform_data.x.id) }
