locals {
  name = sensitive("a")
}

resource "terraform_data" "a" {
  for_each = { (local.name) = 1 }
}
