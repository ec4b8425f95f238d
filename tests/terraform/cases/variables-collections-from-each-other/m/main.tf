variable "list" { type = list(string) }
variable "set" { type = set(string) }
variable "map" { type = map(string) }
variable "tuple" { type = tuple([string, string]) }
output "list" { value = var.list }
output "set" { value = var.set }
output "map" { value = var.map }
output "tuple" { value = var.tuple }
