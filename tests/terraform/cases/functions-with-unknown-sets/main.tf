resource "terraform_data" "x" {}
output "subtract" { value = setsubtract(["a"], [terraform_data.x.id]) }
output "product" { value = setproduct(["a"], [terraform_data.x.id]) }
output "product_length" { value = length(setproduct(["a"], [terraform_data.x.id])) }
output "transpose" { value = transpose({ a = [terraform_data.x.id] }) }
output "chunk" { value = chunklist(["a", terraform_data.x.id], 1) }
output "matchkeys" { value = matchkeys(["a"], [terraform_data.x.id], ["b"]) }
output "index" { value = index(["a", terraform_data.x.id], "a") }
