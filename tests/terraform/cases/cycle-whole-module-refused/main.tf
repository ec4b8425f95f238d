module "m" {
  source = "./m"
  in     = terraform_data.x.id
}

resource "terraform_data" "x" {
  depends_on = [module.m]
}
