resource "terraform_data" "a" {
  for_each = toset([try(each.key, "a")])
}
