resource "terraform_data" "a" {
  for_each = toset(["a"])
}

output "x" {
  value = try(terraform_data.a.id, 1)
}
