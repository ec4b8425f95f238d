resource "terraform_data" "x" {}
locals { m = { a = "known", b = terraform_data.x.id } }
output "known" { value = local.m.a }
output "keys" { value = keys(local.m) }
output "values" { value = values(local.m) }
output "lookup" { value = lookup(local.m, "a", "z") }
output "contains_key" { value = contains(keys(local.m), "b") }
output "merge" { value = merge(local.m, { b = "replaced" }) }
output "for" { value = { for k, v in local.m : k => v if k == "a" } }
output "length" { value = length(local.m) }
output "tomap" { value = tomap(local.m) }
