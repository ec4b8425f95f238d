resource "terraform_data" "x" {}
module "m" {
  source = "./m"
  list   = [terraform_data.x.id, "b"]
  object = { a = terraform_data.x.id }
  set    = [terraform_data.x.id]
  map    = { k = terraform_data.x.id }
}
output "list" { value = module.m.list }
output "length" { value = length(module.m.list) }
output "object" { value = module.m.object }
output "set" { value = module.m.set }
output "map" { value = module.m.map }
