output "o" { value = "a" }
