variable "size" {
  default = 1
  validation {
    condition     = var.size == 1 && local.is_small
    error_message = "not small"
  }
}

locals {
  is_small = var.size < 5
}
