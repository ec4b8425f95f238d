resource "terraform_data" "x" {}
module "m" {
  source     = "./m"
  depends_on = [terraform_data.x]
}
output "known" { value = module.m.known }
output "dependent" {
  value      = "text"
  depends_on = [terraform_data.x]
}
