resource "terraform_data" "x" {}
output "upper" { value = upper(terraform_data.x.id) }
output "join" { value = join(",", ["a", terraform_data.x.id]) }
output "split" { value = split(",", terraform_data.x.id) }
output "concat" { value = concat(["a"], [terraform_data.x.id]) }
output "sort" { value = sort(["b", terraform_data.x.id]) }
output "distinct" { value = distinct(["a", terraform_data.x.id]) }
output "compact" { value = compact(["", terraform_data.x.id]) }
output "flatten" { value = flatten([["a"], [terraform_data.x.id]]) }
output "reverse" { value = reverse([terraform_data.x.id, "b"]) }
output "slice" { value = slice(["a", terraform_data.x.id, "c"], 0, 1) }
output "zipmap" { value = zipmap(["a"], [terraform_data.x.id]) }
output "keys" { value = keys({ a = terraform_data.x.id }) }
output "values" { value = values({ a = terraform_data.x.id }) }
output "coalesce_first" { value = coalesce("a", terraform_data.x.id) }
output "coalesce" { value = coalesce(terraform_data.x.id, "a") }
