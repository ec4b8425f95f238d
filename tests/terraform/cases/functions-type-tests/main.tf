output "try" { value = [try({}.a, "b"), try(1, 2), try({}.a, [][0], "last")] }
output "can" { value = [can({}.a), can(1), can(tonumber("x")), can(regex("a", "b"))] }
output "try_convert" { value = try(tolist("a"), ["a"]) }
output "try_null" { value = try(null.a, "x") }
