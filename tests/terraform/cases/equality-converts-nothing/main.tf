output "string_number" { value = "1" == 1 }
output "tuple_list" { value = [] == tolist([]) }
output "number_null" { value = 1 == null }
output "null_null" { value = null == null }
output "objects" { value = { a = 1 } == { a = 1 } }
output "object_map" { value = { a = "1" } == tomap({ a = "1" }) }
output "floats" { value = 1.0 == 1 }
output "sets" { value = toset(["a", "b"]) == toset(["b", "a"]) }
output "tuples" { value = [1, "a"] == [1, "a"] }
output "not" { value = "a" != "b" }
