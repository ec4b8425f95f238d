resource "terraform_data" "x" {}
output "part" { value = "a${terraform_data.x.id}b" }
output "only" { value = "${terraform_data.x.id}" }
output "if" { value = "a%{if terraform_data.x.id == "z"}b%{endif}" }
output "for" { value = "%{for s in [terraform_data.x.id]}${s}%{endfor}" }
output "not_null" { value = "a${terraform_data.x.id}" != null }
output "starts" { value = startswith("ab${terraform_data.x.id}", "ab") }
