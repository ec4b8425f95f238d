resource "terraform_data" "x" {}
locals { name = "pre-${terraform_data.x.id}" }
output "known" { value = startswith(local.name, "pre-") }
output "other" { value = startswith(local.name, "post") }
output "longer" { value = startswith(local.name, "pre-a") }
output "equal" { value = local.name == "other" }
output "empty" { value = local.name == "" }
output "prefix_equal" { value = local.name == "pre-a" }
output "coalesce" { value = coalesce(local.name, "x") }
output "not_null" { value = local.name != null }
output "joined" { value = startswith(join("-", ["a", terraform_data.x.id]), "a-") }
output "formatted" { value = startswith(format("a-%s", terraform_data.x.id), "a-") }
