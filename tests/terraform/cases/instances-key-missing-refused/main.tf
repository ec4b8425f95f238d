resource "terraform_data" "a" {
  count = 1
}

output "x" {
  value = try(terraform_data.a.id, 1)
}
