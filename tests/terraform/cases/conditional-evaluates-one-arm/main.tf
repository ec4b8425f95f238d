locals {
  list = []
}
output "guarded" { value = length(local.list) > 0 ? local.list[0] : "none" }
output "chain" { value = false ? "a" : true ? "b" : "c" }
output "string_condition" { value = "true" ? 1 : 2 }
output "nested" { value = true ? (false ? 1 : 2) : 3 }
