variable "servers" {
  type = map(object({
    port = optional(number, 80)
    name = optional(string, "none")
  }))
  default = {
    a = {}
    b = { port = "8080" }
    c = { name = null }
  }
}
variable "list" {
  type    = list(object({ x = optional(bool, true) }))
  default = [{}, { x = false }, { x = "true" }]
}
variable "none" {
  type    = object({ a = optional(object({ b = optional(string, "x") })) })
  default = {}
}
output "servers" { value = var.servers }
output "list" { value = var.list }
output "none" { value = var.none }
