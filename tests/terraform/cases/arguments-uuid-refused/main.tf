output "x" {
  value = uuid(1)
}

