output "x" { value = toset(["a"])[0] }
