output "a" { value = "main" }
output "b" { value = "main" }
output "c" { value = "main" }
