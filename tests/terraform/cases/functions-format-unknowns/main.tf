resource "terraform_data" "x" {}
output "part" { value = format("a-%s-b", terraform_data.x.id) }
output "list" { value = formatlist("%s-%s", ["a", "b"], terraform_data.x.id) }
output "mixed_list" { value = formatlist("x-%s", ["a", terraform_data.x.id]) }
output "list_length" { value = length(formatlist("x-%s", ["a", terraform_data.x.id])) }
output "nested" { value = format("%v", [terraform_data.x.id]) }
