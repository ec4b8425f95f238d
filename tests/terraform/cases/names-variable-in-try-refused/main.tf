variable "region" {
  default = "eu"
}

output "region" {
  value = try(var.regoin, "eu")
}
