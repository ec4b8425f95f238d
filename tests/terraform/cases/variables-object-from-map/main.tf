variable "o" {
  type    = object({ a = string, b = optional(number) })
  default = { a = "x" }
}
locals { map = tomap({ a = "1", b = "2" }) }
module "m" {
  source = "./m"
  o      = local.map
}
output "o" { value = module.m.o }
output "default" { value = var.o }
