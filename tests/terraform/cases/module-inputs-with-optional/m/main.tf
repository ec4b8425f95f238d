variable "rules" {
  type = map(object({
    port  = number
    cidrs = optional(list(string), ["10.0.0.0/8"])
    tags  = optional(map(string))
  }))
}
output "rules" { value = var.rules }
