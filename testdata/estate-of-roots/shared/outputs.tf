# Nothing here becomes a resource, so this directory is no root.
output "owner" {
  value = "platform"
}
