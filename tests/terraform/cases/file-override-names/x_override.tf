output "b" { value = "x_override.tf" }
