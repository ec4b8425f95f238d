resource "terraform_data" "x" {}
locals { 
  u = terraform_data.x.id == "a" 
  id = terraform_data.x.id
}

resource "terraform_data" "calls" {
  input = {
    c0 = local.u ? 5 : 5
    c1 = local.u ? true : true
    c2 = local.u ? "b" : "b"
    c3 = local.u ? 5 : 6
    c4 = (local.u ? 5 : 6) > 5
    c5 = local.u ? ["a"] : ["a"]
    c6 = local.u ? [] : []
    c7 = local.u ? {} : {}
    c8 = local.u ? null : null
    c9 = (local.u ? null : null) == null
    c10 = length(local.u ? tolist(["a"]) : tolist(["a"]))
    c11 = length(local.u ? tolist(["a"]) : tolist([]))
    c12 = length(local.u ? tolist(["a"]) : tolist([])) > 3
    c13 = local.u ? tolist([]) : tolist([])
    c14 = local.u ? tomap({}) : tomap({})
    c15 = local.u ? toset([]) : toset([])
    c16 = local.u ? toset(["a"]) : toset(["a"])
    c17 = startswith("a${local.id}", "a")
    c18 = startswith("a-${local.id}", "a-")
    c19 = startswith("ab${local.id}", "a")
    c20 = "ab${local.id}" == "ac"
    c21 = "ab${local.id}" == "bc"
    c22 = endswith("${local.id}-x", "-x")
    c23 = "${local.id}-x" == "y"
    c24 = contains(["${local.id}-x"], "y")
    c25 = contains(["pre-${local.id}"], "y")
    c26 = contains(toset([local.id]), "y")
    c27 = 1/0 > 5
    c28 = 1/0 == 1/0
    c29 = -1/0 < 5
    c30 = can(1/0)
    c31 = can(1/0 - 1/0)
    c32 = can(1/0 + 1/0)
    c33 = can(0/0)
    c34 = can(1 % 0)
    c35 = can((1/0) % 5)
    c36 = can(5 % (1/0))
    c37 = 5 / (1/0)
    c38 = can((1/0) * 0)
    c39 = can(tostring(1/0))
    c40 = tostring(1/0)
    c41 = tostring(-1/0)
    c42 = "a${1/0}"
    c43 = can(jsonencode(1/0))
    c44 = can(floor(1/0))
    c45 = ceil(1/0) > 5
    c46 = abs(-1/0) > 5
    c47 = min(1/0, 5)
    c48 = max(-1/0, 5)
    c49 = can(pow(10, 400))
    c50 = pow(0, -1) > 5
    c51 = log(0, 10) < 5
    c52 = format("%f", 1/0)
    c53 = format("%v", 1/0)
    c54 = [for x in [1/0] : x > 1]
    c55 = toset([1/0, 2]) == toset([2])
    c56 = tostring(local.id) != null
    c57 = tonumber(local.id) != null
    c58 = tobool(local.id) != null
    c59 = tolist([local.id]) != null
    c60 = toset([local.id]) != null
    c61 = tomap({a = local.id}) != null
    c62 = contains([], local.id)
    c63 = contains([], "x")
    c64 = contains(["x"], local.id)
    c65 = contains([local.id], "x")
    c66 = contains(["x", local.id], "x")
    c67 = contains([local.id, "x"], "x")
    c68 = startswith(format("a-%s", local.id), "a-")
    c69 = startswith(join("-", ["a", local.id]), "a-")
    c70 = startswith(upper("a-${local.id}"), "A-")
    c71 = startswith(jsonencode({a=local.id}), "{")
    c72 = startswith(jsonencode([local.id]), "[")
    c73 = startswith(jsonencode(local.id), "\"")
    c74 = jsonencode(local.id) == "null"
    c75 = "a${local.id}" != null
    c76 = length("a${local.id}") > 0
    c77 = length(local.id) >= 0
    c78 = "${local.id}" != null
    c79 = "${local.id}" == ""
    c80 = "a-${local.id}" == ""
    c81 = strcontains("a-${local.id}", "a")
    c82 = coalesce("a-${local.id}", "b")
    c83 = coalesce("${local.id}", "b")
    c84 = coalesce(local.id, "b")
    c85 = compact(["a-${local.id}"])
    c86 = tolist(["a", local.id])[0]
    c87 = (local.u ? 1 : 2) + 1 > 1
    c88 = length([local.id]) == 1
    c89 = min(local.u ? 1 : 2, 5)
    c90 = local.u ? tolist(["a"]) : tolist(["b"])
    c91 = local.u ? tolist(["a", "c"]) : tolist(["b", "d"])
    c92 = local.u ? toset(["a", "c"]) : toset(["b", "d"])
    c93 = local.u ? tomap({a=1}) : tomap({a=1})
    c94 = local.u ? toset(["a"]) : toset(["b"])
    c95 = (local.u ? tolist(["a"]) : tolist(["b"]))[0]
    c96 = local.u ? 1 : null
    c97 = local.u ? tostring(null) : tostring(null)
  }
}

# Terraform refuses each of these.
output "refused" {
  value = [
    can(5 % (1/0)),
    can(jsonencode(1/0)),
    can(signum(1/0)),
    can(format("%d", 1/0)),
    can(range(1/0)),
    can((local.u ? tolist(["a"]) : tolist(["b"]))[1]),
  ]
}
