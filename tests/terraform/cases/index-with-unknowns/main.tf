resource "terraform_data" "x" {}
output "unknown_index" { value = ["a", "b"][length(terraform_data.x.id)] }
output "unknown_key" { value = { a = 1, b = 2 }[terraform_data.x.id] }
output "known_of_partly" { value = ["a", terraform_data.x.id][0] }
output "unknown_of_partly" { value = ["a", terraform_data.x.id][1] }
output "element" { value = element(["a", terraform_data.x.id], 0) }
output "lookup_partly" { value = lookup({ a = "x", b = terraform_data.x.id }, "a", "z") }
output "lookup_missing" { value = lookup({ a = "x", b = terraform_data.x.id }, "c", "z") }
output "lookup_unknown" { value = lookup({ a = "x" }, terraform_data.x.id, "z") }
