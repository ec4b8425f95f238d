resource "terraform_data" "a" {
  input      = "x"
  depends_on = [terraform_data.b]
  lifecycle {
    create_before_destroy = true
    ignore_changes        = [input]
    replace_triggered_by  = [terraform_data.b]
  }
}
resource "terraform_data" "b" {
  lifecycle { prevent_destroy = true }
}
resource "terraform_data" "c" {
  provisioner "local-exec" {
    command = "true"
    when    = destroy
  }
}
output "a" { value = terraform_data.a.input }
