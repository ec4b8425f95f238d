output "zero" { value = tostring(-0) }
output "number" { value = -0 }
output "equal" { value = -0 == 0 }
output "product" { value = "${0 * -1}" }
output "parsed" { value = "${tonumber("-0")}" }
