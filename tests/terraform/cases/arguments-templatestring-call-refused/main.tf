locals {
  t = "a"
}

output "x" {
  value = templatestring(upper(local.t), {})
}

