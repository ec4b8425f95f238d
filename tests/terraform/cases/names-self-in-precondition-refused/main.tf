resource "terraform_data" "a" {
  input = 1
  lifecycle {
    precondition {
      condition     = try(self.input, 1) == 1
      error_message = "not one"
    }
  }
}
