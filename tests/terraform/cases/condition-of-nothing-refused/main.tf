resource "terraform_data" "a" {
  lifecycle {
    precondition {
      condition     = 1 == 1
      error_message = "never"
    }
  }
}
