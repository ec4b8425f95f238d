module "m" {
  source   = "./m"
  for_each = { b = 2, a = 1 }
  key      = each.key
  value    = each.value
}
output "one" { value = module.m["a"].text }
output "all" { value = { for k, m in module.m : k => m.text } }
output "values" { value = values(module.m)[*].text }
output "keys" { value = keys(module.m) }
