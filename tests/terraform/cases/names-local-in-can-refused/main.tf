output "x" {
  value = can(local.nope)
}
