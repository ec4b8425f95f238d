locals {
  on = true
}

check "health" {
  assert {
    condition     = local.on
    error_message = "off"
  }
}
