resource "terraform_data" "a" {}
resource "terraform_data" "k" { for_each = toset(["x"]) }
module "m" { source = "./m" }
moved {
  from = terraform_data.old["x"]
  to   = terraform_data.a
}
moved {
  from = module.old[0]
  to   = module.m
}
moved {
  from = module.old.terraform_data.x
  to   = module.m.terraform_data.i
}
moved {
  from = terraform_data.older
  to   = terraform_data.old["x"]
}
moved {
  from = terraform_data.k
  to   = terraform_data.k["x"]
}
moved {
  from = data.x.y
  to   = terraform_data.nothere
}
