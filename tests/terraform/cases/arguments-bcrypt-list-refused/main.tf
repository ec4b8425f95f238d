output "x" {
  value = bcrypt([], 4)
}

