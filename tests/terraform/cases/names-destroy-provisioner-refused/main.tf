resource "terraform_data" "a" {
  provisioner "local-exec" {
    when    = destroy
    command = "echo ${path.module} ${self.id} ${local.x}"
  }
}

locals {
  x = 1
}
