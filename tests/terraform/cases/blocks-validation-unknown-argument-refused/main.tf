variable "a" {
  default = 1
  validation {
    condition     = var.a > 0
    error_message = "too small"
    severity      = "high"
  }
}
resource "terraform_data" "x" {}
