locals {
  on = true
}

resource "terraform_data" "a" {
  lifecycle {
    precondition {
      condition = local.on
    }
  }
}
