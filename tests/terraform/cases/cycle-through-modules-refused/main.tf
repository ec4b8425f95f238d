module "a" {
  source = "./m"
  in     = module.b.out
}

module "b" {
  source = "./m"
  in     = local.back
}

locals {
  back = try(module.a.out, 1)
}
