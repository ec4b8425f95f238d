locals {
  template = "Hello, $${name}! %%{for x in list}<$${x}>%%{endfor}"
}
output "text" { value = templatestring(local.template, { name = "you", list = ["a", "b"] }) }
output "number" { value = templatestring(local.template, { name = 5, list = [] }) }
