variable "secret" {
  default   = "s"
  sensitive = true
}
module "m" {
  source = "./m"
  v      = var.secret
}
resource "terraform_data" "declared" { input = module.m.declared }
resource "terraform_data" "passed" { input = module.m.passed }
output "all" {
  value     = module.m.passed
  sensitive = true
}
output "told" { value = issensitive(module.m.declared) }
