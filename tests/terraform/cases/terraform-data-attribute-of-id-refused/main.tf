resource "terraform_data" "a" {}

output "x" {
  value = try(terraform_data.a.id.name, 1)
}
