variable "list" { type = list(string) }
variable "object" {
  type = object({ a = string, b = optional(number, 3) })
}
variable "set" { type = set(string) }
variable "map" { type = map(string) }
output "list" { value = var.list }
output "object" { value = var.object }
output "set" { value = var.set }
output "map" { value = var.map }
