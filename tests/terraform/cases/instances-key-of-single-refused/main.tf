resource "terraform_data" "a" {}

output "x" {
  value = try(terraform_data.a[0].id, 1)
}
