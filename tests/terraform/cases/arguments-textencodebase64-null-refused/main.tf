output "x" {
  value = textencodebase64(null, "UTF-16LE")
}

