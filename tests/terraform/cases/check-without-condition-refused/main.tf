locals {
  on = true
}

check "health" {
  assert {
    error_message = "it is ${local.on}"
  }
}
