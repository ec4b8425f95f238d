output "x" {
  value = sensitive()
}

