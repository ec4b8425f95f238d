output "x" {
  value = filebase64("a", "b")
}

