variable "config" {
  type = object({
    size = number
    tags = optional(list(string), ["none"])
  })
}
output "config" { value = var.config }
resource "terraform_data" "r" {
  count = var.config.size
  input = join("-", concat(var.config.tags, [count.index]))
}
