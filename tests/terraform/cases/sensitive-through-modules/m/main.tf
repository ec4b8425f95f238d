variable "v" {}
output "declared" {
  value     = "public"
  sensitive = true
}
output "passed" {
  value     = "${var.v}!"
  sensitive = true
}
resource "terraform_data" "inner" { input = var.v }
