variable "on" {
  default = true
}

resource "terraform_data" "a" {
  lifecycle {
    precondition {
      condition     = var.on
      error_message = "not like ${terraform_data.b.id}"
    }
  }
}

resource "terraform_data" "b" {
  input = terraform_data.a.id
}
