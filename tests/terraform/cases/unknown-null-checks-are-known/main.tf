resource "terraform_data" "x" {}
resource "terraform_data" "counted" {
  count = terraform_data.x.id == null ? 1 : 0
  input = "never"
}
resource "terraform_data" "made" {
  count = terraform_data.x.id != null ? 2 : 0
  input = count.index
}
output "null" { value = terraform_data.x.id == null ? "a" : "b" }
output "length" { value = length(terraform_data.made) }
