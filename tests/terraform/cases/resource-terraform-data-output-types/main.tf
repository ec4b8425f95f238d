resource "terraform_data" "list" { input = ["a", "b"] }
resource "terraform_data" "map" { input = tomap({ a = "x" }) }
output "list_length" { value = length(terraform_data.list.output) }
output "index" { value = terraform_data.list.output[0] }
output "key" { value = terraform_data.map.output["a"] }
output "keys" { value = keys(terraform_data.map.output) }
output "missing_falls_through" { value = try(terraform_data.list.output.nothing, "fallback") }
