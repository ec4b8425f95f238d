output "hidden" { value = 1 }
