output "divided" { value = [1 / 4, 10 / 4, -1 / 4, 1 / 8] }
output "floor" { value = floor(10 / 3) }
output "ceil" { value = ceil(10 / 3) }
output "fraction" { value = 0.1 * 3 }
output "equal" { value = 0.1 * 3 == 0.3 }
output "modulo" { value = [10 % 4, 10.5 % 4, -10 % 4] }
output "int" { value = floor(1234567890123456789 / 10) }
