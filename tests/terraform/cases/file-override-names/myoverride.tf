output "d" { value = "an ordinary file" }
