output "x" { value = parseint("xyz", 10) }
