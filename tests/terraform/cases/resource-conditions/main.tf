variable "n" { default = 5 }
resource "terraform_data" "a" {
  input = var.n
  lifecycle {
    precondition {
      condition     = var.n > 1
      error_message = "n is ${var.n}, too small"
    }
    postcondition {
      condition     = self.input == 5
      error_message = "not five"
    }
  }
}
output "n" {
  value = var.n
  precondition {
    condition     = var.n < 10
    error_message = "too large"
  }
}
