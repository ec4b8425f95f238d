locals { v = "local" }
variable "v" { default = "variable" }
output "for" { value = [for v in ["a"] : "${v}-${local.v}-${var.v}"] }
output "var" { value = [for var in [{ v = "shadowed" }] : var.v] }
output "nested" { value = [for x in ["a"] : [for x in ["b"] : x]] }
