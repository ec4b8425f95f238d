variable "name" {}
module "inner" {
  source = "./inner"
  count  = var.name == "x" ? 1 : 2
  name   = "${var.name}${count.index}"
}
output "inner" { value = module.inner[*].name }
