output "x" {
  value = can()
}

