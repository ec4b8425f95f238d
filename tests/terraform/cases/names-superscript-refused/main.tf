resource "terraform_data" "a²" {}
