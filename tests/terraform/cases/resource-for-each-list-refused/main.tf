resource "terraform_data" "l" {
  for_each = ["a"]
  input    = each.key
}
