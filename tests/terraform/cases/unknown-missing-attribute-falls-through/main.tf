resource "terraform_data" "x" {}
locals { object = { a = terraform_data.x.id } }
output "missing" { value = try(local.object.b, "fallback") }
output "present" { value = try(local.object.a, "fallback") }
output "can_missing" { value = can(local.object.b) }
output "can_present" { value = can(local.object.a) }
output "can_known" { value = can("a") }
output "can_number" { value = can(tonumber(terraform_data.x.id)) }
output "try_number" { value = try(tonumber(terraform_data.x.id), 5) }
output "try_second" { value = try(local.object.b, terraform_data.x.id, "z") }
