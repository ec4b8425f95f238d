resource "terraform_data" "app" {
  lifecycle {
    precondition {
      condition     = local.on
      error_message = "off"
    }
  }
}
