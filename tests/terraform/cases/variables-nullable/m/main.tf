variable "nullable" { default = "default" }
variable "not_null" {
  default  = "default"
  nullable = false
}
output "nullable" { value = var.nullable }
output "not_null" { value = var.not_null }
