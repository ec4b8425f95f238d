terraform {
  backends = 1
}
resource "terraform_data" "x" {}
