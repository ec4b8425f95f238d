variable "v" {
  type     = string
  nullable = false
}
output "v" { value = var.v }
