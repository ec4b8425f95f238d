output "x" {
  value = bcrypt()
}

