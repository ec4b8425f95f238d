output "list" {
  value = [1, { secret = sensitive("x") }]
}
