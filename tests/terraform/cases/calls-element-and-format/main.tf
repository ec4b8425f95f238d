resource "terraform_data" "x" {}
locals { 
  id = terraform_data.x.id
  un = tonumber(terraform_data.x.id)
  ub = terraform_data.x.id == "a"
  ul = split(",", terraform_data.x.id)
  us = toset(split(",", terraform_data.x.id))
  um = zipmap(split(",", terraform_data.x.id), split(",", terraform_data.x.id))
  dyn = jsondecode(terraform_data.x.id)
  s = sensitive("sec")
  sl = sensitive(["a", "b"])
  sm = sensitive({ a = 1 })
  ls = ["a", sensitive("b")]
  big = 123456789012345678901234567890
}

resource "terraform_data" "calls" {
  input = {
    c0 = element(tolist(["a","b","c"]), -1)
    c1 = element(tolist(["a","b","c"]), -2)
    c2 = element(tolist(["a","b","c"]), -3)
    c3 = element(tolist(["a","b","c"]), -4)
    c4 = element(["a","b","c"], -3)
    c5 = element(sort(["b", "a"]), -1)
    c6 = format("%s-%v", ["a"], null)
    c7 = format("%s", null)
    c8 = "%{ if local.ub }y%{ else }${local.s}%{ endif }"
    c9 = "%{ if local.ub }${local.s}%{ endif }"
    c10 = "%{ for x in local.ul }${local.s}%{ endfor }"
  }
}

# Terraform refuses each of these.
output "refused" {
  value = [
    can(element(["a","b","c"], -1)),
    can(element(["a","b","c"], -2)),
    can(element(["a","b","c"], -4)),
  ]
}
