resource "terraform_data" "a" {}
moved {
  from = module.old
  to   = terraform_data.a
}
