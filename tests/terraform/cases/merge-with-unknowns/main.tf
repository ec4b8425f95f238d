resource "terraform_data" "x" {}
output "value" { value = merge({ a = terraform_data.x.id }, { b = 1 }) }
output "replaced" { value = merge({ a = terraform_data.x.id }, { a = 1 }) }
output "whole" { value = merge({ a = 1 }, terraform_data.x.output) }
output "keys" { value = keys(merge({ a = terraform_data.x.id }, { b = 1 })) }
output "conditional" { value = merge({ a = 1 }, terraform_data.x.id == "" ? {} : { b = 2 }) }
