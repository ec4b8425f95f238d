resource "terraform_data" "a" {}
resource "terraform_data" "k" { for_each = toset(["x"]) }
import {
  to = terraform_data.a
  id = terraform_data.k["x"].id
}
