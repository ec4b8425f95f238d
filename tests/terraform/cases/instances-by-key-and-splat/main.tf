resource "terraform_data" "a" {
  count = 1
  input = "x"
}

resource "terraform_data" "b" {
  input = "y"
}

locals {
  i = 0
}

output "x" {
  value = [
    terraform_data.a[0].input,
    terraform_data.a.0.input,
    terraform_data.a[local.i].input,
    terraform_data.a[*].input,
    terraform_data.a.*.input,
    try((terraform_data.a).input, "none"),
    try(terraform_data.b[local.i].input, "none"),
    try(terraform_data.b[-1].input, "none"),
    try(terraform_data.a[local.i].nope, "none"),
    try(terraform_data.a[*].nope, "none"),
  ]
}
