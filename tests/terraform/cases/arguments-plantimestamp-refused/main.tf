output "x" {
  value = plantimestamp(1)
}

