module "m" {
  source = "./m"
  count  = 0
  size   = 1
}
