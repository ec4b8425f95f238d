variable "server" {
  type = object({
    name  = string
    port  = optional(number, 80)
    tags  = optional(map(string), {})
    owner = optional(string)
    disk = optional(object({
      size = optional(number, 10)
      kind = optional(string, "ssd")
    }), {})
  })
  default = {
    name  = "a"
    port  = null
    extra = "dropped"
    disk  = { kind = "hdd" }
  }
}
output "server" { value = var.server }
output "has_extra" { value = can(var.server.extra) }
