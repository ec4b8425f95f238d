resource "terraform_data" "x" {}
variable "s" {
  default   = "x"
  sensitive = true
}
resource "terraform_data" "template" { input = "${terraform_data.x.id}-${var.s}" }
resource "terraform_data" "list" { input = [terraform_data.x.id, var.s] }
resource "terraform_data" "compared" { input = terraform_data.x.id == var.s }
resource "terraform_data" "format" { input = format("%s-%s", terraform_data.x.id, var.s) }
resource "terraform_data" "sum" { input = length(terraform_data.x.id) + length(var.s) }
