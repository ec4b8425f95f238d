resource "terraform_data" "i" {}
import {
  to = terraform_data.i
  id = "x"
}
