resource "terraform_data" "x" {}
output "null" { value = terraform_data.x.id == null }
output "not_null" { value = terraform_data.x.id != null }
output "itself" { value = terraform_data.x.id == terraform_data.x.id }
output "text" { value = terraform_data.x.id == "abc" }
output "in_list" { value = [terraform_data.x.id] == ["a"] }
output "other_length" { value = [terraform_data.x.id] == ["a", "b"] }
output "output_null" { value = terraform_data.x.output == null }
