locals {
  config = yamldecode("a: {b: [1, 2]}")
  a      = try(local.config.a.b[0], "none")
  b      = try(local.config.a.c[0], "none")
  c      = try(local.config.x.y.z, null)
}
output "all" { value = [local.a, local.b, local.c] }
output "can" { value = [can(local.config.a.b[5]), can(local.config["a"]["b"])] }
output "typed" { value = try(tonumber("x"), tostring(5), true) }
