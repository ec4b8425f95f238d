variable "a" { default = "default" }
variable "b" {
  default  = "default"
  nullable = false
}
output "all" { value = [var.a, var.b] }
