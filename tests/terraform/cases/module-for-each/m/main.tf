variable "key" {}
variable "value" {}
output "text" { value = "${var.key}${var.value}" }
resource "terraform_data" "r" {
  count = var.value
  input = "${var.key}-${count.index}"
}
