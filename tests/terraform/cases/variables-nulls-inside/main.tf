variable "list" {
  type    = list(string)
  default = ["a", null]
}
variable "map" {
  type    = map(number)
  default = { a = null, b = "1" }
}
variable "object" {
  type = object({
    list = optional(list(string))
    set  = optional(set(string), [])
    deep = optional(object({ x = optional(list(number), [1, 2]) }), {})
  })
  default = { list = null, deep = { x = null } }
}
output "list" { value = var.list }
output "map" { value = var.map }
output "object" { value = var.object }
