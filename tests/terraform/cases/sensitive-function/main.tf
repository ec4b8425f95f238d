locals { s = sensitive("a") }
output "sum" {
  value     = "${local.s}b"
  sensitive = true
}
resource "terraform_data" "a" { input = local.s }
resource "terraform_data" "set" { input = toset([local.s, "b"]) }
resource "terraform_data" "concat" { input = concat([local.s], ["b"]) }
resource "terraform_data" "flatten" { input = flatten([[local.s], ["b"]]) }
resource "terraform_data" "number" { input = sensitive(1) + 2 }
resource "terraform_data" "not" { input = !sensitive(true) }
resource "terraform_data" "and" { input = sensitive(true) && false }
resource "terraform_data" "tostring" { input = tostring(sensitive(5)) }
resource "terraform_data" "null" { input = sensitive(null) }
