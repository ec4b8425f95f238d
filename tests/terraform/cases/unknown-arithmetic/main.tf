resource "terraform_data" "x" {}
locals { n = length(terraform_data.x.id) }
output "sum" { value = local.n + 1 }
output "not_null" { value = local.n + 1 != null }
output "compare" { value = local.n > 100 }
output "text" { value = "${local.n + 1} items" }
output "in_list" { value = [local.n, 2] }
