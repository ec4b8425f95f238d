output "x" { value = regex("x", "abc") }
