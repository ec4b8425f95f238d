variable "many" {
  default = false
}

resource "terraform_data" "a" {
  count = var.many ? length(terraform_data.a) : 1
}
