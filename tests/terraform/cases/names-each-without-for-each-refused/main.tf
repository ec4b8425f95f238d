resource "terraform_data" "a" {
  count = 0
  input = try(each.key, 1)
}
