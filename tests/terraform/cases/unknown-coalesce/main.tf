resource "terraform_data" "x" {}
output "first" { value = coalesce(terraform_data.x.id, "b") }
output "second" { value = coalesce(null, terraform_data.x.id) }
output "known_first" { value = coalesce("a", terraform_data.x.id) }
output "empty_first" { value = coalesce("", terraform_data.x.id) }
output "number" { value = coalesce(length(terraform_data.x.id), 5) }
output "list" { value = coalescelist([terraform_data.x.id], ["b"]) }
output "prefix" { value = coalesce("a-${terraform_data.x.id}", "b") }
