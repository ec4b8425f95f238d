output "x" {
  value = bcrypt("a", "x")
}

