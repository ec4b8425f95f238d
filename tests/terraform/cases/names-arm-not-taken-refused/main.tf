output "x" {
  value = true ? 1 : local.nope
}
