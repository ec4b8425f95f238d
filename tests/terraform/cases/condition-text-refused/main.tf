locals {
  answer = "yes"
}

resource "terraform_data" "app" {
  lifecycle {
    precondition {
      condition     = local.answer
      error_message = "never told"
    }
  }
}
