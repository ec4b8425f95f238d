output "x" {
  value = templatestring("x", {})
}

