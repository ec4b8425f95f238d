module "given_null" {
  source     = "./m"
  nullable   = null
  not_null   = null
}
module "defaults" {
  source = "./m"
}
output "given_null" { value = [module.given_null.nullable, module.given_null.not_null] }
output "defaults" { value = [module.defaults.nullable, module.defaults.not_null] }
