variable "m" {
  default = local.a
}
locals {
  a = 1
}

