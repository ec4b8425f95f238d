variable "in" {}

module "inner" {
  source = "./inner"
  in     = var.in
}

output "out" {
  value = module.inner.out
}
