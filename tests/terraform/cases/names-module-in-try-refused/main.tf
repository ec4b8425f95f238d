output "x" {
  value = try(module.nope.x, 1)
}
