variable "in" {}

locals {
  twice = "${var.in}${var.in}"
}

output "out" {
  value = local.twice
}
