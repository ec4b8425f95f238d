resource "terraform_data" "k" { for_each = toset(["x"]) }
import {
  to = terraform_data.k
  id = "x"
}
