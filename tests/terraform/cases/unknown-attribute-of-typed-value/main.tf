resource "terraform_data" "x" {}
module "m" {
  source = "./m"
  id     = terraform_data.x.id
}
output "text" { value = try(module.m.id.nothing, "fallback") }
output "object" { value = module.m.object.a }
output "list" { value = module.m.list[0] }
