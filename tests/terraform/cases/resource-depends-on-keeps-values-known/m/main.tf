output "known" { value = "a" }
resource "terraform_data" "inner" { input = "b" }
