output "more" { value = 1 / 0 > 5 }
output "less" { value = -1 / 0 < 5 }
output "same" { value = 1 / 0 == 1 / 0 }
output "text" { value = tostring(1 / 0) }
output "below" { value = "${-1 / 0}!" }
output "smaller" { value = min(1 / 0, 5) }
output "nothing" { value = 5 / (1 / 0) }
output "modulo" { value = 7 % 0 }
output "undefined" { value = [can(0 / 0), can(1 / 0 - 1 / 0), can((1 / 0) * 0), can(5 % (1 / 0))] }
output "rounded" { value = floor(1 / 0) > ceil(5) }
output "json" { value = can(jsonencode(1 / 0)) }
output "formatted" { value = format("%v %5.1f", 1 / 0, -1 / 0) }
output "power" { value = tostring(pow(10, 400)) }
output "logarithm" { value = tostring(log(0, 10)) }
output "sum" { value = tostring(sum([1 / 0, 1])) }
output "in_set" { value = length(toset([1 / 0, 2, 1 / 0])) }
output "key" { value = { (1 / 0) = 1 } }
output "range" { value = can(range(1 / 0)) }
