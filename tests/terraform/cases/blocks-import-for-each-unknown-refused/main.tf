resource "terraform_data" "a" {}
resource "terraform_data" "k" { for_each = toset(["x"]) }
import {
  for_each = terraform_data.a.id == "" ? toset(["x"]) : toset([])
  to       = terraform_data.k[each.key]
  id       = each.value
}
