output "x" {
  value = base64gzip({})
}

