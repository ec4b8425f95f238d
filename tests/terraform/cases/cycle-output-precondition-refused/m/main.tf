variable "in" {}

output "out" {
  value = 1
  precondition {
    condition     = var.in == 1
    error_message = "not one"
  }
}
