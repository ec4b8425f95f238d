module "m" {
  source   = "./m"
  for_each = toset(keys(sensitive({ a = 1 })))
}
