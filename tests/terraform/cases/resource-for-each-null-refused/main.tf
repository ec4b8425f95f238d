resource "terraform_data" "n" {
  for_each = null
  input    = each.key
}
