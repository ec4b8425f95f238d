resource "terraform_data" "a" {
  provisioner "local-exec" {
    command = terraform_data.nope.id
  }
}
