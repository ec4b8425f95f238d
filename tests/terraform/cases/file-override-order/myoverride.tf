output "ordinary" { value = "file" }
