resource "terraform_data" "u" {}
output "v" {
  value = upper(terraform_data.u.id...)
}
