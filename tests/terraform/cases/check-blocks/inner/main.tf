variable "index" {
  type = number
}

check "of_a_module" {
  assert {
    condition     = var.index == 0
    error_message = "index ${var.index}"
  }
}
