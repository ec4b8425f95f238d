variable "create" { default = false }
resource "terraform_data" "maybe" {
  count = var.create ? 1 : 0
  input = "made"
}
resource "terraform_data" "other" {
  for_each = var.create ? toset([]) : toset(["only"])
  input    = each.key
}
output "try" { value = try(terraform_data.maybe[0].input, "none") }
output "one" { value = one(terraform_data.maybe[*].input) }
output "concat" { value = concat(terraform_data.maybe[*].input, values(terraform_data.other)[*].input) }
output "ternary" { value = length(terraform_data.maybe) > 0 ? terraform_data.maybe[0].input : null }
