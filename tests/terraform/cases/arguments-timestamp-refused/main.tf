output "x" {
  value = timestamp(1)
}

