locals {
  people = [
    { name = "ann", role = "admin" },
    { name = "bob", role = "user" },
    { name = "cat", role = "admin" },
  ]
}
output "by_role" { value = { for p in local.people : p.role => p.name... } }
output "filtered" { value = { for p in local.people : p.role => upper(p.name)... if p.role == "admin" } }
output "empty" { value = { for p in [] : p.role => p.name... } }
output "of_objects" { value = { for i, p in local.people : p.role => { index = i }... } }
