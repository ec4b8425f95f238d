locals {
  t = "a"
}

output "x" {
  value = templatestring(local.t, 1)
}

