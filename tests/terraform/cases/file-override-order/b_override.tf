output "o" { value = "b" }
