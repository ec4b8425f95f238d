variable "secret" {
  default   = "s"
  sensitive = true
}
locals {
  object = { a = var.secret, b = "plain" }
  list   = [var.secret, "plain"]
}
resource "terraform_data" "plain_part" { input = local.object.b }
resource "terraform_data" "secret_part" { input = local.object.a }
resource "terraform_data" "list" { input = local.list }
resource "terraform_data" "plain_item" { input = local.list[1] }
resource "terraform_data" "merged" { input = merge(local.object, { c = 1 }) }
resource "terraform_data" "keys" { input = keys(local.object) }
resource "terraform_data" "values" { input = values(local.object) }
resource "terraform_data" "joined" { input = join(",", local.list) }
resource "terraform_data" "for" { input = { for k, v in local.object : k => "${v}!" } }
resource "terraform_data" "length" { input = length(local.list) }
resource "terraform_data" "encoded" { input = jsonencode(local.object) }
resource "terraform_data" "lookup" { input = lookup(local.object, "b", "z") }
resource "terraform_data" "compared" { input = local.object == { a = "s", b = "plain" } }
