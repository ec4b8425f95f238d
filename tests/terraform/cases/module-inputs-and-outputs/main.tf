module "m" {
  source = "./m"
  name   = "x"
  list   = ["a", 1]
}
output "all" { value = module.m }
output "name" { value = module.m.name }
output "by_index" { value = module.m["name"] }
output "list" { value = module.m.list }
output "default" { value = module.m.default }
