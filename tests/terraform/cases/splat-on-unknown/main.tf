resource "terraform_data" "x" {}
resource "terraform_data" "typed" {
  input = { list = ["a"], name = "n" }
}
output "whole" { value = terraform_data.x.id[*] }
output "elements" { value = [terraform_data.x.id, "a"][*] }
output "attribute" { value = [{ a = terraform_data.x.id }, { a = 1 }][*].a }
output "resource" { value = terraform_data.x[*].id }
output "typed_list" { value = terraform_data.typed.output.list[*] }
output "length" { value = length(terraform_data.x[*].id) }
