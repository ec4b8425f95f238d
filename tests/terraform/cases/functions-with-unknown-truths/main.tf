resource "terraform_data" "x" {}
locals { t = terraform_data.x.id == "a" }
output "all" { value = alltrue([true, local.t]) }
output "all_false" { value = alltrue([false, local.t]) }
output "any" { value = anytrue([false, local.t]) }
output "any_true" { value = anytrue([true, local.t]) }
output "tostring" { value = tostring(local.t) }
output "one" { value = one([local.t]) }
output "ternary" { value = local.t ? 1 : 2 }
