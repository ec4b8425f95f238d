resource "terraform_data" "a" {}
locals { x = "x" }
moved {
  from = terraform_data.b[local.x]
  to   = terraform_data.a
}
