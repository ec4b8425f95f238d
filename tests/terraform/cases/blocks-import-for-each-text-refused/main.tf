resource "terraform_data" "k" { for_each = toset(["x"]) }
import {
  for_each = "x"
  to       = terraform_data.k[each.key]
  id       = each.value
}
