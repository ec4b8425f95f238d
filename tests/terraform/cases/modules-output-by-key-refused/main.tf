module "m" {
  source = "./m"
  count  = 1
}
output "v" {
  value = module.m[0]["v"]
}
