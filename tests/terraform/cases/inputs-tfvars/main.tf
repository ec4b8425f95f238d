variable "from_default" { default = "default" }
variable "from_tfvars" { default = "default" }
variable "list" { type = list(string) }
variable "object" {
  type = object({ a = number, b = optional(string, "x") })
}
variable "heredoc" { type = string }
output "all" { value = [var.from_default, var.from_tfvars] }
output "list" { value = var.list }
output "object" { value = var.object }
output "heredoc" { value = var.heredoc }
