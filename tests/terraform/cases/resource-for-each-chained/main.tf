resource "terraform_data" "first" {
  for_each = { a = 1, b = 2 }
  input    = each.value
}
resource "terraform_data" "second" {
  for_each = terraform_data.first
  input    = "${each.key}-${each.value.input}"
}
output "all" { value = { for k, v in terraform_data.second : k => v.input } }
