output "x" {
  value = textencodebase64("a")
}

