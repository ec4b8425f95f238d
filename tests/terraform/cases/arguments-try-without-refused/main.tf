output "x" {
  value = try()
}

