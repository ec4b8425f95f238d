resource "terraform_data" "x" {}
output "whole" { value = terraform_data.x.id }
output "list" { value = ["a", terraform_data.x.id] }
output "object" { value = { a = 1, b = terraform_data.x.id, c = [terraform_data.x.id, 2] } }
output "known" { value = "a" }
resource "terraform_data" "y" {
  input            = { a = 1, b = terraform_data.x.id, c = [terraform_data.x.id, 2] }
  triggers_replace = [terraform_data.x.id, "a"]
}
