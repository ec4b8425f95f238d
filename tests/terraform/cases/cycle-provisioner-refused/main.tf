resource "terraform_data" "a" {
  provisioner "local-exec" {
    command    = "echo ${terraform_data.b.id}"
    on_failure = continue
  }
}

resource "terraform_data" "b" {
  input = terraform_data.a.id
}
