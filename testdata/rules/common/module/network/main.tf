# A network, next to its caller.

output "cidr" {
  value = "10.0.0.0/16"
}
