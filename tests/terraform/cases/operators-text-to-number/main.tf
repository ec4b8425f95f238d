output "sum" { value = "1" + "2" }
output "compare" { value = "10" > "9" }
output "negate" { value = -"5" }
output "not" { value = !"true" }
output "and" { value = "true" && true }
output "equal" { value = "1" + 0 == 1 }
