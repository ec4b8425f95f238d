locals {
  key = "a"
}

module "a" {
  source   = "./m"
  for_each = toset(["a"])
  in       = module.b.out
}

module "b" {
  source = "./m"
  in     = module.a[local.key].fixed
}
