variable "n" {
  default = 5
  validation {
    condition     = var.n > 10
    error_message = "The number must be larger than ten."
  }
}
output "n" { value = "known" }
