removed { from = terraform_data.old }
removed { from = module.old }
removed {
  from = module.old.terraform_data.x
  lifecycle { destroy = "false" }
}
removed {
  from = terraform_data.older
  lifecycle { destroy = false }
  connection { host = "x" }
  provisioner "local-exec" {
    when    = destroy
    command = "true"
  }
}
output "x" { value = 1 }
