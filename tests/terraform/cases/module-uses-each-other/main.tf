module "a" {
  source = "./m"
  given  = module.b.fixed
}
module "b" {
  source = "./m"
  given  = module.a.fixed
}
output "a" { value = module.a.passed }
output "b" { value = module.b.passed }
