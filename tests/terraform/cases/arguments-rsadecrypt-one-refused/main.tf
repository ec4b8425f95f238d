output "x" {
  value = rsadecrypt("a")
}

