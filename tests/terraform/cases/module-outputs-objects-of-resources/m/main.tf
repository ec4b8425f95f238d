resource "terraform_data" "r" {
  for_each = { a = "x", b = "y" }
  input    = each.value
}
resource "terraform_data" "single" { input = 5 }
output "all" { value = terraform_data.r }
output "single" { value = terraform_data.single }
