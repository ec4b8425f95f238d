resource "terraform_data" "x" {}
module "m" {
  source = "./m"
  id     = terraform_data.x.id
}
output "id" { value = module.m.id }
output "known" { value = module.m.known }
output "mixed" { value = module.m.mixed }
output "not_null" { value = module.m.id != null }
output "prefix" { value = module.m.prefix }
