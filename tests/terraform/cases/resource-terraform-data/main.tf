resource "terraform_data" "plain" {}
resource "terraform_data" "input" { input = "a" }
resource "terraform_data" "object" {
  input            = { a = 1, b = [true, null] }
  triggers_replace = ["x"]
}
output "input" { value = terraform_data.object.input }
output "output" { value = terraform_data.object.output }
output "output_part" { value = terraform_data.object.output.a }
output "triggers" { value = terraform_data.object.triggers_replace }
output "plain_input" { value = terraform_data.plain.input }
output "plain_output" { value = terraform_data.plain.output }
output "id_not_null" { value = terraform_data.plain.id != null }
