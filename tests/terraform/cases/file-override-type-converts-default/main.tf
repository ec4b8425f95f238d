variable "n" { default = "42" }
variable "list" {
  type    = any
  default = [1, 2]
}
output "n" { value = var.n }
output "list" { value = var.list }
