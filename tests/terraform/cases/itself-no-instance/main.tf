locals {
  index = 0
}

resource "terraform_data" "none" {
  count = 0
  input = try(terraform_data.none[0].id, terraform_data.none[local.index].id)
}

resource "terraform_data" "one" {
  count = 1
  input = try(terraform_data.one[1].id, 1)
}

output "none" {
  value = length(terraform_data.none)
}
