output "tuple" { value = "${[1, 2]}" }
output "number" { value = "${5}" }
output "bool" { value = "${true}" }
output "object" { value = "${{ a = 1 }}" }
output "string" { value = "${5}x" }
output "null" { value = "${null}" }
output "two" { value = "${1}${2}" }
