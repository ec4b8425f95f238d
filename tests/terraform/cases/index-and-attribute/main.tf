locals {
  object = { a = 1, "b-c" = 2, nested = { d = [10, 20] } }
  list   = ["x", "y", "z"]
}
output "dash" { value = local.object["b-c"] }
output "dash_attribute" { value = local.object.b-c }
output "nested" { value = local.object.nested.d[1] }
output "by_string" { value = local.list["1"] }
output "legacy" { value = local.list.2 }
output "computed_key" { value = local.object["${"a"}"] }
output "last" { value = local.list[length(local.list) - 1] }
output "of_call" { value = split(",", "a,b")[1] }
output "of_paren" { value = ({ a = [5] }).a[0] }
output "map_number_key" { value = { 1 = "one" }[1] }
