output "x" { value = file("none.txt") }
