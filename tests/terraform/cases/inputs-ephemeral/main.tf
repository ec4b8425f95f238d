variable "token" {
  type      = string
  default   = "t"
  ephemeral = true
}
locals { length = length(var.token) }
output "null" { value = ephemeralasnull(var.token) }
output "other" { value = "x" }
