variable "secret" {
  default   = "s3cret"
  sensitive = true
}
variable "list" {
  type      = list(string)
  default   = ["a", "b"]
  sensitive = true
}
resource "terraform_data" "direct" { input = var.secret }
resource "terraform_data" "object" { input = { a = var.secret, b = "plain" } }
resource "terraform_data" "template" { input = "x-${var.secret}" }
resource "terraform_data" "for" { input = [for s in var.list : upper(s)] }
resource "terraform_data" "index" { input = var.list[0] }
resource "terraform_data" "conditional" { input = var.secret == "a" ? "b" : "c" }
resource "terraform_data" "function" { input = length(var.list) }
resource "terraform_data" "unmarked" { input = nonsensitive(var.secret) }
resource "terraform_data" "splat" { input = var.list[*] }
output "is" { value = issensitive(var.secret) }
output "is_template" { value = issensitive("x-${var.secret}") }
output "is_not" { value = issensitive("x") }
