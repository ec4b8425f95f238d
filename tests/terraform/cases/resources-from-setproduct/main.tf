locals {
  users = ["ann", "bob"]
  roles = ["read", "write"]
  pairs = { for p in setproduct(local.users, local.roles) : "${p[0]}/${p[1]}" => { user = p[0], role = p[1] } }
}
resource "terraform_data" "grant" {
  for_each = local.pairs
  input    = each.value
}
output "writers" { value = sort([for k, g in terraform_data.grant : g.input.user if g.input.role == "write"]) }
