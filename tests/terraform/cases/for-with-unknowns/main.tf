resource "terraform_data" "x" {}
resource "terraform_data" "list" { input = ["a"] }
output "element" { value = [for v in [terraform_data.x.id, "a"] : upper(v)] }
output "over_unknown" { value = [for v in terraform_data.list.output : v] }
output "over_split" { value = [for v in split(",", terraform_data.x.id) : v] }
output "unknown_key" { value = { for v in [terraform_data.x.id, "a"] : v => 1 } }
output "unknown_filter" { value = [for v in [terraform_data.x.id, "a"] : v if v == "a"] }
output "map_value" { value = { for k, v in { a = terraform_data.x.id, b = "y" } : k => v } }
output "keys" { value = [for k, v in { a = terraform_data.x.id } : k] }
output "group_unknown" { value = { for v in ["a", "b"] : terraform_data.x.id => v... } }
