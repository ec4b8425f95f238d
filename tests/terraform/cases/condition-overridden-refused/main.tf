locals {
  on = true
}

resource "terraform_data" "app" {}
