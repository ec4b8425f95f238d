module "m" {
  source = "./m"
  count  = length(module.m)
}
