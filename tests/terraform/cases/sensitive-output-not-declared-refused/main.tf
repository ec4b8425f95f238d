variable "s" {
  default   = "x"
  sensitive = true
}
output "s" { value = var.s }
