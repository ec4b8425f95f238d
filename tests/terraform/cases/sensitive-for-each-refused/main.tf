variable "s" {
  default   = ["a", "b"]
  sensitive = true
}
resource "terraform_data" "n" {
  for_each = toset(var.s)
  input    = each.key
}
