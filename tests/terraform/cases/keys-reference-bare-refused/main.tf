locals {
  name = "x"
}
output "v" {
  value = { local.name = 1 }
}
