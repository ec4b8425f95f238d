variable "n" {
  type    = number
  default = 5
  validation {
    condition     = var.n > 1 && can(var.n + 1)
    error_message = "too small"
  }
  validation {
    condition     = contains([5, 6], var.n)
    error_message = "not one of them"
  }
}
output "n" { value = var.n }
