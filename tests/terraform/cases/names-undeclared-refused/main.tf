output "x" { value = local.nothing }
