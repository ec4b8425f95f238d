variable "given" {}
output "fixed" { value = "fixed" }
output "passed" { value = "${var.given}!" }
