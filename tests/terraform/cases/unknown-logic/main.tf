resource "terraform_data" "x" {}
locals { unknown = terraform_data.x.id == "a" }
output "true_or" { value = true || local.unknown }
output "or_true" { value = local.unknown || true }
output "false_or" { value = false || local.unknown }
output "false_and" { value = false && local.unknown }
output "and_false" { value = local.unknown && false }
output "true_and" { value = true && local.unknown }
output "not" { value = !local.unknown }
