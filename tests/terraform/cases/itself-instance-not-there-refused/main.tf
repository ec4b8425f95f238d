resource "terraform_data" "a" {
  count = 2
  input = try(terraform_data.a[5].id, "x")
}
