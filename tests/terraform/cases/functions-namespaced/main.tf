output "upper" { value = core::upper("a") }
output "max" { value = core::max(1, 2) }
