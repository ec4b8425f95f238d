variable "o" {
  type = object({ a = string, b = optional(number) })
}
output "o" { value = var.o }
