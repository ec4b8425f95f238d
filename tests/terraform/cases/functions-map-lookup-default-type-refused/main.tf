output "x" { value = lookup(tomap({ a = ["x"] }), "z", "text") }
