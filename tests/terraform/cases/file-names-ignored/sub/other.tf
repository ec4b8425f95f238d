output "sub" { value = 1 }
