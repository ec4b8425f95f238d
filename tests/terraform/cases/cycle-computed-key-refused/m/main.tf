variable "in" {
  default = 1
}

output "out" {
  value = var.in
}

output "fixed" {
  value = 1
}
