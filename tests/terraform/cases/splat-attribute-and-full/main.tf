locals {
  list = [{ name = "a", tags = ["x", "y"] }, { name = "b", tags = ["z"] }]
}
output "full" { value = local.list[*].name }
output "attribute" { value = local.list.*.name }
output "full_index" { value = local.list[*].tags[0] }
output "legacy_index" { value = local.list.*.tags[0] }
output "set" { value = toset(["b", "a"])[*] }
output "nested" { value = local.list[*].tags }
