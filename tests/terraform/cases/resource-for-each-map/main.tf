resource "terraform_data" "m" {
  for_each = { b = 1, a = "x", "key with space" = true }
  input    = "${each.key}=${each.value}"
}
resource "terraform_data" "objects" {
  for_each = { one = { size = 1 }, two = { size = 2 } }
  input    = each.value.size
}
output "all" { value = { for k, v in terraform_data.m : k => v.input } }
output "one" { value = terraform_data.m["a"].input }
output "values" { value = values(terraform_data.objects)[*].input }
output "keys" { value = keys(terraform_data.m) }
output "length" { value = length(terraform_data.objects) }
