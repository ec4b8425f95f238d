output "o" { value = "overridden" }
