variable "o" { type = object({ a = number, b = number }) }
output "o" { value = var.o }
