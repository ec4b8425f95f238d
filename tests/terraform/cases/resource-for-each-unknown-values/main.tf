resource "terraform_data" "x" {}
resource "terraform_data" "n" {
  for_each = { a = terraform_data.x.id, b = "known" }
  input    = each.value
}
output "keys" { value = keys(terraform_data.n) }
output "known" { value = terraform_data.n["b"].input }
output "unknown" { value = terraform_data.n["a"].input }
