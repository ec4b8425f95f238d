locals {
  env  = "prod"
  name = "app-${local.env}"
  tags = merge(local.common, { Name = local.name })
}
locals {
  common = { Env = local.env, Managed = true }
}
output "tags" { value = local.tags }
output "name" { value = local.name }
