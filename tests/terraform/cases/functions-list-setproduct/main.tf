output "lists" { value = setproduct(["a", "b"], ["x", "y"]) }
output "sets" { value = setproduct(toset(["b", "a"]), toset(["x"])) }
output "empty" { value = setproduct(["a"], []) }
output "three" { value = setproduct([1], ["a"], [true, false]) }
output "keys" { value = { for p in setproduct(["a", "b"], [1, 2]) : "${p[0]}-${p[1]}" => p[1] } }
