locals { n = null }
output "x" { value = [for v in local.n : v] }
