variable "any" {
  type    = any
  default = { list = [1, "a", { b = null }], n = 1.5 }
}
variable "none" { default = null }
variable "tuple" { default = [1, "a"] }
output "any" { value = var.any }
output "none" { value = var.none }
output "tuple" { value = var.tuple }
