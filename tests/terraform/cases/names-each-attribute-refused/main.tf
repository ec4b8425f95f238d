resource "terraform_data" "a" {
  for_each = toset(["a"])
  input    = try(each.name, 1)
}
