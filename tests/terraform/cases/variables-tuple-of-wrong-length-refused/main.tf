variable "t" {
  type    = tuple([string, number])
  default = ["a"]
}
output "t" { value = var.t }
