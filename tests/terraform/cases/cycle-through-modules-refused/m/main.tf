variable "in" {
  default = 1
}

resource "terraform_data" "it" {
  input = var.in
}

output "out" {
  value = terraform_data.it.output
}

output "fixed" {
  value = 1
}
