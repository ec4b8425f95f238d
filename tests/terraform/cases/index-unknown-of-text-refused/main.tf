resource "terraform_data" "u" {}
output "v" {
  value = "a"[terraform_data.u.id]
}
