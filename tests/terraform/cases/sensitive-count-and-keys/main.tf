variable "s" {
  default   = ["a", "b"]
  sensitive = true
}
resource "terraform_data" "n" {
  count = length(nonsensitive(var.s))
  input = var.s[count.index]
}
