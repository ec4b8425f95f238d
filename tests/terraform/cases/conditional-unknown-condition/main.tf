resource "terraform_data" "x" {}
output "differs" { value = terraform_data.x.id == "a" ? "b" : "c" }
output "same" { value = terraform_data.x.id == "a" ? "b" : "b" }
output "not_null" { value = (terraform_data.x.id == "a" ? "b" : "c") != null }
output "maybe_null" { value = (terraform_data.x.id == "a" ? "b" : null) == null }
output "lists" { value = length(terraform_data.x.id == "a" ? ["b"] : ["c"]) }
output "list_lengths" { value = length(terraform_data.x.id == "a" ? ["b"] : ["c", "d"]) }
output "objects" { value = terraform_data.x.id == "a" ? { n = 1 } : { n = 2 } }
output "prefix" { value = startswith(terraform_data.x.id == "a" ? "pre-1" : "pre-2", "pre-") }
