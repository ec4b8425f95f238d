locals {
  yes = true
  no  = false
}
output "number_and_string" { value = local.yes ? 1 : "a" }
output "bool_and_string" { value = local.no ? "a" : true }
output "object_and_empty" { value = local.yes ? { size = 10, kind = "big" } : {} }
output "tuples" { value = local.yes ? [1, "a"] : ["b"] }
output "null_arm" { value = local.yes ? null : "a" }
output "null_other" { value = local.yes ? 5 : null }
output "lists" { value = local.no ? tolist([1, 2]) : ["3"] }
output "nested" { value = local.yes ? { a = [1] } : { a = ["x"] } }
