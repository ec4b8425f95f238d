check "health" {
  assert {
    condition     = !local.on
    error_message = "on"
  }
}
