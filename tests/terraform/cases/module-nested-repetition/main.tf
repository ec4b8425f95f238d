module "outer" {
  source   = "./outer"
  for_each = toset(["x", "y"])
  name     = each.key
}
output "all" { value = { for k, o in module.outer : k => o.inner } }
