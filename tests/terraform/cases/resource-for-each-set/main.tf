resource "terraform_data" "s" {
  for_each = toset(["b", "a", "b"])
  input    = each.key
}
resource "terraform_data" "values" {
  for_each = toset(["x"])
  input    = each.value
}
resource "terraform_data" "numbers" {
  for_each = toset([for n in [1, 2] : tostring(n)])
  input    = each.key
}
resource "terraform_data" "none" {
  for_each = toset([])
  input    = each.key
}
output "inputs" { value = [for k, v in terraform_data.s : "${k}:${v.input}"] }
output "none" { value = length(terraform_data.none) }
