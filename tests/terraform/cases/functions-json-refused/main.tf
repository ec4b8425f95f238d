output "x" { value = jsondecode("{a}") }
