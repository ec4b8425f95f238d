module "m" {
  source   = "./m"
  for_each = { small = { size = 1, tags = ["a"] }, large = { size = 2 } }
  config   = each.value
}
output "sizes" { value = { for k, m in module.m : k => m.config.size } }
output "tags" { value = { for k, m in module.m : k => m.config.tags } }
