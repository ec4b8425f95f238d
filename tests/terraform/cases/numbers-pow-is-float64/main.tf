output "exact" { value = pow(2, 10) }
output "big" { value = pow(2, 100) }
output "big_text" { value = "${pow(10, 30)}" }
output "root" { value = pow(2, 0.5) }
output "root_text" { value = "${pow(2, 0.5)}" }
output "negative" { value = pow(2, -1) }
