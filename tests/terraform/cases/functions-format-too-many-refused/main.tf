output "x" { value = format("%s", "a", "b") }
