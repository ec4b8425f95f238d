locals {
  a = "x"
}
output "a" {
  value = local.a
}
output "text" {
  value = <<-EOT
    one
    two
  EOT
}
