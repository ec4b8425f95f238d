output "and" { value = [true && true, true && false, false && false] }
output "or" { value = [true || false, false || false] }
output "precedence" { value = true || false && false }
output "not" { value = !true || true }
output "compare" { value = 1 < 2 && 2 <= 2 && 3 > 2 && 3 >= 3 }
output "equality" { value = 1 == 1 && "a" != "b" }
output "minus" { value = 5 - -3 }
output "modulo" { value = 5.5 % 2 }
