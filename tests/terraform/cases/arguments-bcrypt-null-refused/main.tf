output "x" {
  value = bcrypt(null)
}

