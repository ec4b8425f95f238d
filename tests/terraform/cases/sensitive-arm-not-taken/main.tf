# Terraform marks the result of a conditional by both arms; by what stands inside of them it does not.
variable "t" {
  type    = bool
  default = true
}
variable "secret" {
  default   = "s3cret-value"
  sensitive = true
}
resource "terraform_data" "d" {
  input = 1
}
locals {
  s  = sensitive("secret")
  so = sensitive({ a = "x" })
  lo = [local.s]
}
output "a1" { value = issensitive(var.t ? { a = "x" } : local.so) }
output "a2" { value = issensitive(var.t ? {} : local.so) }
output "a3" { value = issensitive(var.t ? ["a"] : sensitive(["b"])) }
output "a4" { value = issensitive(var.t ? toset(["a"]) : toset([local.s])) }
output "a5" { value = issensitive(var.t ? tolist(["a"]) : tolist([local.s])) }
output "a6" { value = issensitive((var.t ? tolist(["a"]) : tolist([local.s]))[0]) }
output "a7" { value = issensitive((var.t ? tomap({ a = "a" }) : tomap({ a = local.s }))["a"]) }
output "a8" { value = issensitive(var.t ? terraform_data.d.id : local.s) }
output "a9" { value = issensitive(var.t ? local.s : terraform_data.d.id) }
output "a10" { value = issensitive(var.t ? "a" : (var.t ? "b" : local.s)) }
output "a11" { value = issensitive(var.t ? "a" : "x${local.s}") }
output "a12" { value = issensitive(var.t ? "a" : local.s["k"]) }
output "a13" { value = issensitive(!var.t ? local.s : "b") }
output "a15" { value = issensitive(var.t ? { for k in ["a"] : k => "x" } : { for k in ["a"] : k => local.s }) }
output "a16" { value = issensitive(var.t ? "a" : var.secret) }
output "a17" { value = issensitive(var.t ? null : var.secret) }
output "a18" { value = issensitive([for x in [1] : (x == 1 ? "a" : local.s)]) }
output "a19" { value = issensitive([for x in [1] : (x == 1 ? "a" : local.s)][0]) }
output "a20" { value = issensitive(var.t ? "a" : nonsensitive(local.s)) }
output "a21" { value = issensitive(var.t ? "a" : sensitive(1 / 0)) }
output "a22" { value = issensitive(var.t ? 1 : length(local.lo)) }
output "a23" { value = issensitive(var.t ? 1 : length(local.so)) }
output "a24" { value = issensitive(var.t ? "a" : sensitive(null)) }
output "a25" { value = issensitive(var.t ? "a" : sensitive(terraform_data.d.id)) }
output "of_condition" {
  value = issensitive(sensitive(true) ? "a" : "b")
}
resource "terraform_data" "marked" {
  input = { plain = var.t ? "plain" : "other", secret = var.t ? "plain" : var.secret, list = var.t ? ["a"] : [var.secret] }
}
