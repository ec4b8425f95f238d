output "to" { value = range(3) }
output "from_to" { value = range(1, 4) }
output "step" { value = range(1, 8, 2) }
output "down" { value = range(4, 1) }
output "fraction" { value = range(0, 1, 0.25) }
output "empty" { value = range(0) }
