module "count" {
  source = "./m"
  count  = 2
  v      = count.index
}
module "each" {
  source   = "./m"
  for_each = toset(["0", "a"])
  v        = each.key
}
output "all" {
  value = [module.count["1"].v, module.each[0].v]
}
