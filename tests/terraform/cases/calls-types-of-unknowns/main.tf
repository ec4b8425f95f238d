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
    c0 = setproduct(["a"], toset(["b"]))
    c1 = setproduct(toset(["b"]), ["a"])
    c2 = setproduct(tolist(["a"]), toset(["b"]))
    c3 = setproduct(tolist(["b","a"]), tolist(["a"]))
    c4 = setproduct(toset(["b","a"]), toset(["c"]))
    c5 = setproduct(["b","a"], ["c"])
    c6 = setproduct(["b","a"], toset(["d","c"]))
    c7 = startswith("p-${local.id}", "p")
    c8 = startswith("p-${local.id}", "pqrs")
    c9 = startswith("p-${local.id}", "abcde")
    c10 = startswith("p-${local.id}", "ab")
    c11 = startswith("p-${local.id}", "a")
    c12 = flatten(local.id)
    c13 = "${local.ul}"
    c14 = "${local.um}"
    c15 = local.um[0]
    c16 = local.id == 5
    c17 = local.ul == local.um
    c18 = local.ul == ["a"]
    c19 = local.ul == tolist(["a"])
    c20 = local.us == toset(["a"])
    c21 = local.um == {}
    c22 = local.ub ? local.ul : ["a"]
    c23 = local.ub ? local.id : true
    c24 = contains(local.id, "a")
    c25 = contains(local.um, "a")
    c26 = range(local.id)
    c27 = format("%d", local.ul)
    c28 = sum(local.ul)
    c29 = sum(local.um)
    c30 = max(local.ul...)
    c31 = alltrue(local.ul)
    c32 = index(local.um, "a")
    c33 = local.id ? 1 : 2
    c34 = local.ul ? 1 : 2
    c35 = local.un ? 1 : 2
    c36 = jsondecode(jsonencode(tolist(["a"]))) == ["a"]
    c37 = jsondecode(jsonencode(toset(["b", "a"])))
    c38 = jsondecode(jsonencode(tomap({ a = 1 }))) == { a = 1 }
    c39 = yamldecode(yamlencode(tomap({ a = tolist(["x"]) })))
    c40 = true ? { a = ["x"] } : jsondecode(jsonencode({ a = local.id }))
    c41 = base64decode(base64encode("x"))
    c42 = jsondecode(base64decode(base64encode(jsonencode({ a = [1] }))))
    c43 = jsondecode(jsonencode(sensitive({ a = 1 })))
  }
}

# Terraform refuses each of these.
output "refused" {
  value = [
    can(length(local.un)),
    can(length(local.ub)),
    can(concat(["a"], local.us)),
    can(concat(["a"], local.id)),
    can(merge({a=1}, local.id)),
    can(keys(local.id)),
    can(keys(local.ul)),
    can(values(local.ul)),
    can(join(",", local.id)),
    can(element(local.id, 0)),
    can(sort(local.id)),
    can(upper(local.ul)),
    can(abs(local.ul)),
    can(abs(local.ub)),
    can(local.ul + 1),
    can(local.ub + 1),
    can(!local.ul),
    can(!local.un),
    can(local.ul && true),
    can([for x in local.id : x]),
    can(local.ul.a),
    can(local.un.a),
    can(local.id[0]),
    can(local.us[0]),
    can(local.ub ? local.id : local.ul),
    can(local.ub ? local.un : local.ub),
    can(distinct(local.id)),
    can(tostring(local.ul)),
    can(tonumber(local.ub)),
    can(tobool(local.un)),
    can(zipmap(local.id, ["a"])),
    can(slice(local.um, 0, 1)),
    can(lookup(local.ul, "a", "b")),
    can(reverse(local.um)),
    can(range(local.ub)),
    can(substr(local.ul, 0, 1)),
    can(format(local.ul)),
    can(jsondecode(local.ul)),
    can(regex("a", local.ul)),
    can(split(",", local.ul)),
    can(max(local.ul)),
    can(one(local.id)),
    can(coalesce(local.ul, "a")),
    can(setunion(local.um, ["a"])),
    can(chunklist(local.um, 1)),
    can(cidrsubnet(local.ul, 1, 1)),
    can(timeadd(local.ul, "1h")),
    can(local.um.a.b),
    can(local.ul[0].a),
  ]
}
