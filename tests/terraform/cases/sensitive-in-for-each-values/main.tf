variable "passwords" {
  type      = string
  default   = "p"
  sensitive = true
}
resource "terraform_data" "r" {
  for_each = { a = var.passwords, b = "plain" }
  input    = each.value
}
resource "terraform_data" "keys" {
  for_each = toset(keys({ a = var.passwords }))
  input    = each.key
}
output "keys" { value = keys(terraform_data.r) }
