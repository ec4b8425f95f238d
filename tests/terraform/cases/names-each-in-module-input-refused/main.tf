module "m" {
  source = "./m"
  in     = try(each.key, 1)
}
