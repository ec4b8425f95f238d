variable "n" {
  type    = number
  default = "abc"
}
output "n" { value = var.n }
