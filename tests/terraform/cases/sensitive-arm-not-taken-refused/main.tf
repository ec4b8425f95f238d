variable "secret" {
  sensitive = true
  default   = "hunter2"
}
variable "plain" {
  default = true
}
output "x" {
  value = var.plain ? "plain" : var.secret
}
