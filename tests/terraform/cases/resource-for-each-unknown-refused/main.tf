resource "terraform_data" "x" {}
resource "terraform_data" "n" {
  for_each = toset([terraform_data.x.id])
  input    = each.key
}
output "n" { value = keys(terraform_data.n) }
