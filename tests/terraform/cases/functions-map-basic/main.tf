output "keys" { value = keys({ b = 1, a = 2 }) }
output "values" { value = values({ b = 1, a = 2 }) }
output "zipmap" { value = zipmap(["a", "b"], [1, "x"]) }
output "lookup" { value = lookup({ a = 1 }, "a", 2) }
output "lookup_default" { value = lookup({ a = 1 }, "z", 2) }
output "transpose" { value = transpose({ a = ["x", "y"], b = ["y"] }) }
output "merge_deep" { value = merge({ a = { x = 1 } }, { a = { y = 2 } }) }
output "length" { value = length({ a = 1, b = 2 }) }
