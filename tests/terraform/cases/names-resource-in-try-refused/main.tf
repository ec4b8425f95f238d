resource "terraform_data" "name" {}

output "x" {
  value = try(terraform_data.nmae.id, 1)
}
