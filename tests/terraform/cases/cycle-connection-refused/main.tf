resource "terraform_data" "a" {
  connection {
    host = terraform_data.b.id
  }
}

resource "terraform_data" "b" {
  input = terraform_data.a.id
}
