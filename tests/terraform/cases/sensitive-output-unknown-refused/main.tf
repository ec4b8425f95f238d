resource "terraform_data" "a" {}

output "id" {
  value = sensitive(terraform_data.a.id)
}
