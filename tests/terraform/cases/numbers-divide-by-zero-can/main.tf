output "can" { value = can(1 / 0) }
