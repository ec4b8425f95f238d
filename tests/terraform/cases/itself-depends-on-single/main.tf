resource "terraform_data" "one" {
  count      = 1
  input      = "x"
  depends_on = [terraform_data.one]
}

resource "terraform_data" "single" {
  depends_on = [terraform_data.single]
}

output "x" {
  value = terraform_data.one[0].input
}
