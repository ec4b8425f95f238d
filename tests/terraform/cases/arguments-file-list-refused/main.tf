output "x" {
  value = file([])
}

