resource "terraform_data" "x" {}
output "set" { value = toset(["a", terraform_data.x.id]) }
output "length_one" { value = length(toset([terraform_data.x.id])) }
output "length_two" { value = length(toset(["a", terraform_data.x.id])) }
output "contains" { value = contains(toset(["a", terraform_data.x.id]), "a") }
output "list" { value = tolist(["a", terraform_data.x.id]) }
output "list_length" { value = length(["a", terraform_data.x.id]) }
output "union" { value = setunion(["a"], [terraform_data.x.id]) }
output "for" { value = [for s in toset(["a", terraform_data.x.id]) : s] }
