resource "terraform_data" "a" {
  lifecycle {
    postcondition {
      condition     = try(self.nope, true)
      error_message = "no"
    }
  }
}
