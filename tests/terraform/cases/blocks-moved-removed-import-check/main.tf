terraform {
  required_version = ">= 1.0"
}
moved {
  from = terraform_data.old
  to   = terraform_data.new
}
removed {
  from = terraform_data.gone
  lifecycle { destroy = false }
}
resource "terraform_data" "new" { input = "x" }
check "health" {
  assert {
    condition     = terraform_data.new.input == "x"
    error_message = "not x"
  }
}
output "input" { value = terraform_data.new.input }
