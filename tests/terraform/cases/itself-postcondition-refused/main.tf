resource "terraform_data" "a" {
  input = 1
  lifecycle {
    postcondition {
      condition     = terraform_data.a.id != ""
      error_message = "no id"
    }
  }
}
