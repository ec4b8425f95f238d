resource "terraform_data" "a" {}

output "x" {
  value = try(terraform_data.a.triggers, 1)
}
