module "outer" {
  source = "./outer"
  in     = terraform_data.back.id
}

resource "terraform_data" "back" {
  input = module.outer.out
}
