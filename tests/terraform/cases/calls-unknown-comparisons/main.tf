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
    c0 = substr("hello", 0, 0)
    c1 = substr("hello", -2, 0)
    c2 = substr("hello", -5, 0)
    c3 = substr("hello", -9, 0)
    c4 = substr("hello", 2, 0)
    c5 = substr("hello", 9, 0)
    c6 = substr("hello", -2, 1)
    c7 = substr("hello", -9, 2)
    c8 = substr("", 0, 0)
    c9 = substr("", -1, 0)
    c10 = tonumber(try(tolist(local.ul), []))
    c11 = tonumber(try(local.ul, []))
    c12 = try(local.ul, []) == 1
    c13 = sum([local.un, "a"])
    c14 = sum([local.un, null])
    c15 = sum(setproduct([local.id], ["a"]))
    c16 = index(toset(["a"]), local.un)
    c17 = index([], local.un)
    c18 = { for x in [local.id] : x => index([], 10) }
    c19 = zipmap(toset(["a"]), ["b"])
    c20 = local.ub == local.ul
    c21 = local.ul == ["a"]
    c22 = local.um == { a = "x" }
    c23 = local.um == tomap({ a = "x" })
    c24 = local.id == ["a"]
    c25 = local.un == "1"
    c26 = local.un == 1
    c27 = local.ul == null
    c28 = true ? null : ["b"]
  }
}

# Terraform refuses each of these.
output "refused" {
  value = [
    can(index(local.ul, null)),
    can({ for x in [local.id] : "k" => index([], 10) }),
    can([for x in [local.id] : index([], 10)]),
    can(zipmap(["a"], toset(["b"]))),
    can(true ? "a" : ["b"]),
    can(true ? "a" : { b = 1 }),
    can(false ? ["b"] : "a"),
    can(true ? 1 : ["b"]),
    can(true ? true : ["b"]),
  ]
}
