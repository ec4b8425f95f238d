resource "terraform_data" "x" {}
output "tostring" { value = tostring(terraform_data.x.id) }
output "tonumber" { value = tonumber(terraform_data.x.id) }
output "tolist" { value = tolist([terraform_data.x.id, 1]) }
output "tomap" { value = tomap({ a = terraform_data.x.id }) }
output "toset" { value = toset([terraform_data.x.id]) }
output "not_null" { value = tostring(terraform_data.x.id) != null }
