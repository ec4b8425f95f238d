resource "terraform_data" "none" { count = 0 }
resource "terraform_data" "three" {
  count = 3
  input = "n-${count.index}"
}
resource "terraform_data" "text" {
  count = "2"
  input = count.index + 1
}
output "splat" { value = terraform_data.three[*].input }
output "legacy" { value = terraform_data.three.*.input }
output "index" { value = terraform_data.three[1].input }
output "length" { value = [length(terraform_data.three), length(terraform_data.none)] }
output "none" { value = terraform_data.none[*].input }
output "one" { value = one(terraform_data.none[*].input) }
output "for" { value = [for t in terraform_data.three : t.input] }
