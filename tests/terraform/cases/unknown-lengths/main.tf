resource "terraform_data" "x" {}
output "tuple" { value = length([terraform_data.x.id, 1]) }
output "list" { value = length(tolist([terraform_data.x.id])) }
output "map" { value = length({ a = terraform_data.x.id }) }
output "string" { value = length(terraform_data.x.id) }
output "concat" { value = length(concat([terraform_data.x.id], ["a"])) }
output "split" { value = length(split(",", terraform_data.x.id)) }
output "for" { value = length([for s in [terraform_data.x.id, "b"] : upper(s)]) }
output "filtered" { value = length([for s in [terraform_data.x.id, "b"] : s if s != "b"]) }
output "positive" { value = length(split(",", terraform_data.x.id)) > 0 }
