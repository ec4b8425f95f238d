variable "region" { default = "us" }
locals { a = "overridden" }
resource "terraform_data" "r" { input = "overridden" }
