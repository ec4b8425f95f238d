resource "terraform_data" "x" {}
output "found" { value = contains(["a", terraform_data.x.id], "a") }
output "found_after" { value = contains([terraform_data.x.id, "a"], "a") }
output "open" { value = contains(["a", terraform_data.x.id], "zzz") }
output "unknown_needle" { value = contains(["a"], terraform_data.x.id) }
output "empty" { value = contains([], terraform_data.x.id) }
output "index" { value = index(["a", "b"], "b") }
