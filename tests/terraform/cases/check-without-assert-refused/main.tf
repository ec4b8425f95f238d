check "health" {}
