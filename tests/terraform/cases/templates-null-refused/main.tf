output "x" { value = "a${null}" }
