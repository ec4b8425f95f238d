output "x" { value = format("%s %s", "a") }
