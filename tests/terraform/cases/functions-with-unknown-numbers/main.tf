resource "terraform_data" "x" {}
locals { n = length(terraform_data.x.id) }
output "max" { value = max(local.n, 5) }
output "sum" { value = sum([1, local.n]) }
output "range" { value = range(local.n) }
output "plus" { value = local.n + 1 }
output "zero" { value = local.n * 0 }
output "compare" { value = local.n >= 0 }
output "element" { value = element(["a", "b"], local.n) }
output "negate" { value = -local.n }
output "min" { value = min(local.n, 5) }
