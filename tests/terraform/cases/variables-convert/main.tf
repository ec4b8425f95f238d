variable "number" {
  type    = number
  default = "42"
}
variable "string" {
  type    = string
  default = 1.5
}
variable "bool" {
  type    = bool
  default = "true"
}
variable "list" {
  type    = list(string)
  default = [1, true, "a"]
}
variable "set" {
  type    = set(number)
  default = ["3", 1, 2, 1]
}
variable "map" {
  type    = map(string)
  default = { b = 1, a = true }
}
variable "tuple" {
  type    = tuple([string, number, bool])
  default = [1, "2", "false"]
}
variable "object" {
  type    = object({ a = string, b = list(number) })
  default = { a = 1, b = ["1"], c = "dropped" }
}
output "number" { value = var.number }
output "string" { value = var.string }
output "bool" { value = var.bool }
output "list" { value = var.list }
output "set" { value = var.set }
output "map" { value = var.map }
output "tuple" { value = var.tuple }
output "object" { value = var.object }
