locals {
  nothing = null
}

check "health" {
  assert {
    condition     = local.nothing
    error_message = "never told"
  }
}
