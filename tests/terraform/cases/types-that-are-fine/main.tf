variable "list" {
  type    = list(any)
  default = [1, "a"]
}
variable "nested" {
  type = object({
    any   = any
    tuple = tuple([string, number])
    many  = optional(map(set(object({ a = optional(string, "x") }))), {})
  })
  default = {
    any   = [1, {}]
    tuple = ["a", 1]
  }
}
variable "null" {
  type    = list(any)
  default = null
}
variable "made" {
  default = [for x in ["a"] : "${x}b"]
}
output "all" {
  value = [var.list, var.nested, var.null, var.made]
}

