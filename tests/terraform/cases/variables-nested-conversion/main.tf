variable "rules" {
  type = list(object({
    port  = number
    cidrs = set(string)
    meta  = map(list(string))
  }))
  default = [
    { port = "22", cidrs = ["b", "a", "a"], meta = { x = [1, 2] } },
    { port = 80, cidrs = [], meta = {} },
  ]
}
output "rules" { value = var.rules }
output "first" { value = var.rules[0].cidrs }
