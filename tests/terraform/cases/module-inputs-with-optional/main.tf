module "m" {
  source = "./m"
  rules = {
    ssh = { port = 22 }
    web = { port = "80", cidrs = ["0.0.0.0/0"], extra = "dropped" }
  }
}
output "rules" { value = module.m.rules }
resource "terraform_data" "r" {
  for_each = module.m.rules
  input    = each.value.cidrs
}
