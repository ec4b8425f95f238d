variable "m" {
  type = map(any)
  default = {
    a = { x = 1 }
    b = { y = "z" }
  }
}
variable "l" {
  type    = list(any)
  default = [1, "a", true]
}
variable "s" {
  type    = set(any)
  default = ["b", "a", 1]
}
variable "o" {
  type    = object({ v = any })
  default = { v = [1, "a"] }
}
variable "same" {
  type    = map(any)
  default = { a = { x = 1 }, b = { x = 2 } }
}
output "m" { value = var.m }
output "l" { value = var.l }
output "s" { value = var.s }
output "o" { value = var.o }
output "same" { value = var.same }
