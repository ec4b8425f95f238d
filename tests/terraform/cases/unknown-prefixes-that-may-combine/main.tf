resource "terraform_data" "x" {}
locals {
  id = terraform_data.x.id
  u  = terraform_data.x.id == "a"
}
output "letter" { value = startswith("a${local.id}", "a") }
output "letters" { value = startswith("ab${local.id}", "a") }
output "delimiter" { value = startswith("a-${local.id}", "a-") }
output "digit" { value = startswith("a1${local.id}", "a1") }
output "less_equal" { value = "ab${local.id}" == "ac" }
output "differs" { value = "ab${local.id}" == "bc" }
output "ends" { value = endswith("${local.id}-x", "-x") }
output "end_differs" { value = "${local.id}-x" == "y" }
output "in_list" { value = contains(["pre-${local.id}"], "y") }
output "json_object" { value = startswith(jsonencode({ a = local.id }), "{") }
output "json_text" { value = jsonencode(local.id) == "null" }
output "formatted" { value = startswith(format("a-%s-%s", "b", local.id), "a-b") }
output "compact" { value = compact(["a-${local.id}"]) }
output "coalesce" { value = coalesce("a-${local.id}", "b") }
output "not_null" { value = tostring(local.id) != null }
output "case" { value = startswith(upper("a-${local.id}"), "A-") }
