resource "terraform_data" "a" {}

locals {
  i = 0
}

output "x" {
  value = terraform_data.a[local.i].id
}
