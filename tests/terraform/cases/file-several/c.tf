locals { c = "from c" }
output "a" { value = local.a }
