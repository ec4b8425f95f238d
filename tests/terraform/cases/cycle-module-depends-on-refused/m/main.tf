variable "in" {
  default = 1
}

output "fixed" {
  value = 1
}
