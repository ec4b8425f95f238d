resource "terraform_data" "x" {}
locals {
  id = terraform_data.x.id
  u  = terraform_data.x.id == "a"
}
output "same_number" { value = local.u ? 5 : 5 }
output "same_truth" { value = local.u ? true : true }
output "same_list" { value = local.u ? tolist(["a"]) : tolist(["a"]) }
output "as_many" { value = local.u ? tolist(["a", "c"]) : tolist(["b", "d"]) }
output "one_in_set" { value = length(local.u ? toset(["a"]) : toset(["b"])) }
output "empty_lists" { value = local.u ? tolist([]) : tolist([]) }
output "empty_maps" { value = local.u ? tomap({}) : tomap({}) }
output "tuples" { value = local.u ? ["a"] : ["a"] }
output "nulls" { value = (local.u ? null : null) == null }
output "maybe_null" { value = local.u ? 1 : null }
output "inside" { value = (local.u ? tolist(["a"]) : tolist(["b"]))[0] }
