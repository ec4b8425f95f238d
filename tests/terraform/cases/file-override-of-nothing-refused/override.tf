resource "terraform_data" "nothing" { input = 1 }
