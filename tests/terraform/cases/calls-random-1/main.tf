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
    c0 = "${"k"}"
    c1 = { for x in [for x in local.ls : x if true] : "k" => x... }
    c2 = base64encode("2020-01-01T00:00:00Z")
    c3 = lookup({ for k, v in tomap({ a = "x" }) : k => v == null }, md5("k"), "%{ if local.ub }y%{ else }${2}%{ endif }")
    c4 = "x-y"
    c5 = merge(jsondecode(jsonencode({})), yamldecode(yamlencode({ a = "x", b = 2 })))
    c6 = [for x in values(local.um) : length(x)]
    c7 = compact((local.ub ? [local.id] : [local.id]))
    c8 = [for x in flatten([[null], true]) : x][*]
    c9 = 1000000
    c10 = { for x in [local.id] : x => false }
    c11 = -length(local.sm)
    c12 = ""
    c13 = setproduct([], toset(["b","a"]))
    c14 = null
    c15 = { for x in [] : "k" => x... }
    c16 = --2
    c17 = { (upper(local.id)) = setunion(tolist(["a"]), ["b", "a"]) }
    c18 = "abc"
    c19 = tomap({ k = local.id })
    c20 = (strcontains(true, base64encode("")) ? keys(merge(tomap({ a = "x" }), tomap({ a = "x" }))) : tolist(setintersection(tolist(["a"]), ["b", "a"])))
    c21 = abs(signum(2))
    c22 = lookup({ a = 1 }, local.id, "10.0.0.0/16")
    c23 = floor(1.5)
    c24 = -1.5
    c25 = "${""}"
    c26 = "%{ if true }y%{ else }${["b", "a"]}%{ endif }"
    c27 = distinct([for x in [] : x])
    c28 = !!contains(["a"], ["a"])
    c29 = (([1, 2] == toset(["b","a"])) ? sum(["a"]) : 0)
    c30 = matchkeys(local.ls[*], chunklist(["b", "a"], 2), concat(local.ls, local.ul))
    c31 = { for x in ["b", "a"] : "k" => x... }
    c32 = yamlencode(compact([null]))
    c33 = md5("")
    c34 = local.un
    c35 = { for k, v in { a = "x", b = 2 } : k => [v] }
    c36 = format("%s-%v", 2, (local.ub ? local.um : local.um))
    c37 = sort(keys(local.sm))
    c38 = index(flatten([[null], local.ul]), { ("é") = local.ub })
    c39 = max(abs(local.un), floor(1000000))
    c40 = [for x in toset(["b","a"]) : x if true]
    c41 = yamldecode(yamlencode({ for x in [null] : "k" => x... }))
    c42 = distinct(["b", "a"])
    c43 = contains(formatlist("%s-%s", local.ul, ["b", "a"]), [for x in [1, 2] : x if x != null])
    c44 = 0.1
    c45 = can(transpose(tomap({ a = "x" })))
    c46 = one([local.id])
    c47 = zipmap(concat(try(tolist("%s"), []), flatten([["a"], "é"])), [for x in matchkeys(["a", 1], [null], local.ul) : x][*])
    c48 = reverse(["b", "a"])
    c49 = "${1000000}"
    c50 = (1 >= 1.5)
    c51 = { for x in keys(local.sm) : "k" => x... }
    c52 = jsonencode(null)
    c53 = [try(local.ul.a, ""), length([local.id])]
    c54 = contains(flatten([concat(tolist(["a"]), local.ls), { for x in ["a"] : "k" => x... }]), tolist(toset(["b","a"])))
    c55 = flatten(["2020-01-01T00:00:00Z", reverse([null])])
    c56 = setsubtract(setintersection([for x in [1, 2] : x if x == ""], flatten([[1, 2], local.ul])), setunion(slice(local.ul, 10, 1000000), try(tolist(["a"]), [])))
    c57 = "%{ for x in local.ls }${x},%{ endfor }"
    c58 = jsonencode(can({}.a))
    c59 = "p-${"a"}-s"
    c60 = transpose({ for x in [] : "k" => x... })
    c61 = (can(1.5.a) ? coalescelist(["a"], local.ul) : [for x in ["b", "a"] : x if x == "2020-01-01T00:00:00Z"])
    c62 = trimspace("x-y")
    c63 = upper(upper("x-y"))
    c64 = issensitive({ for k, v in tomap({ a = "x" }) : v => k if v != null })
    c65 = "a"
    c66 = startswith("2020-01-01T00:00:00Z", local.id)
    c67 = "p-${upper("1")}-s"
    c68 = values(yamldecode(yamlencode({ ("a") = 2 })))
    c69 = join(upper("abc"), [local.id])
    c70 = coalescelist([for x in ["a", 1] : x][*], tolist(tolist(["a"])))
    c71 = { a = !local.ub, b = (local.un < 1) }
    c72 = { for x in setproduct([local.id], [null]) : "k" => x... }
    c73 = signum(index(toset(["b","a"])[*], "%{ for x in local.ul }${x},%{ endfor }"))
    c74 = matchkeys([1, 2], toset(["b","a"]), tolist(["a"]))
    c75 = setintersection([for x in [local.id] : x][*], [for x in local.ls : x == null])
    c76 = range(0)
    c77 = { (trimspace(one([local.id]))) = { for k, v in jsondecode(jsonencode({ a = "x", b = 2 })) : k => v == null } }
    c78 = try(tolist("2020-01-01T00:00:00Z"), [])
    c79 = abs(1.5)
    c80 = tomap((false ? { k = local.id } : { a = null }))
    c81 = compact(["b", "a"])
    c82 = can(local.ub)
    c83 = trimspace(try({ k = local.id }.a, "é"))
    c84 = reverse(split("k", "true"))
    c85 = length([])
    c86 = { for k, v in { a = 1 } : v => k if v != null }
    c87 = (upper("10.0.0.0/16") == one(["a"]))
    c88 = "${{ for k, v in { for k, v in {} : v => k if v != null } : k => v }}"
    c89 = transpose({ ("2020-01-01T00:00:00Z") = [local.id] })
    c90 = { for x in concat(local.ul, [1, 2]) : "k" => x... }
    c91 = yamlencode(contains(local.ul, local.ul))
    c92 = values({ for x in local.ls : "k" => x... })
    c93 = trimspace("k")
    c94 = reverse(tolist(["a"]))
    c95 = length(transpose({}))
    c96 = !anytrue([local.ub, local.ub])
    c97 = "a,b"
    c98 = contains(["b", "a"], "é")
    c99 = (1.5 * -1)
    c100 = join(lookup(tomap({ a = "x" }), "2020-01-01T00:00:00Z", "k"), sort(["a"]))
    c101 = one(concat([local.id], local.ul))
    c102 = (alltrue([local.id]) ? abs(1.5) : index(local.ul, true))
    c103 = (base64encode("é") == { for k, v in { a = "x", b = 2 } : k => v })
    c104 = !issensitive(false)
    c105 = startswith("a,b", "x-y")
    c106 = one(coalescelist([null], ["a"]))
    c107 = yamlencode(tostring("true"))
    c108 = setproduct([], [])
    c109 = issensitive(local.sm)
    c110 = sort(setintersection([1, 2], ["a"]))
    c111 = 10
    c112 = issensitive(try("é".a, "1"))
    c113 = sort(["b", "a"][*])
    c114 = can(formatlist("%s-%s", ["a"], "x-y").a)
    c115 = format("%s-%v", "k", ["a"])
    c116 = issensitive(tolist(["a"]))
    c117 = setsubtract(["true", 0], flatten([tolist(["a"]), local.s]))
    c118 = { for k, v in { for x in local.ul : x => "x-y" } : k => [v] }
    c119 = split(base64encode(try(local.ub.a, "abc")), replace(base64encode("2020-01-01T00:00:00Z"), format("%s-%v", false, "10.0.0.0/16"), replace("%s", "a", "2020-01-01T00:00:00Z")))
    c120 = "${"true"}"
    c121 = { a = null }
    c122 = "p-${coalesce("%s", "10.0.0.0/16")}-s"
    c123 = { for k, v in { a = 1 } : k => v == null }
    c124 = --1000000
    c125 = contains([1, 2], ["a"])
    c126 = range((true ? 0.1 : 1000000))
    c127 = try(tolist(index([], "k")), [])
    c128 = "p-${"p-${local.s}-s"}-s"
    c129 = abs(max(local.un, 10))
    c130 = can(1.a)
    c131 = [for x in [1, 2] : x if x != null][*]
    c132 = yamldecode(yamlencode({ for x in setunion(toset(["b","a"]), ["a", 1]) : "k" => x... }))
    c133 = element([for x in ["b", "a"] : x][*], sum(local.ul))
    c134 = [][*]
    c135 = coalesce("é", "2020-01-01T00:00:00Z")
    c136 = coalesce("p-${"2020-01-01T00:00:00Z"}-s", element(["a"], local.un))
    c137 = jsondecode(jsonencode(yamldecode(yamlencode({ a = "x", b = 2 }))))
    c138 = (can(local.um.a) ? jsonencode([]) : { for k, v in local.um : v => k if v != null })
    c139 = [for x in [] : x][*]
    c140 = regexall("[a-z]", "10.0.0.0/16")
    c141 = substr("", 1, 2)
    c142 = length("10.0.0.0/16")
    c143 = sort(tolist(["a"]))
    c144 = can(length(["a", 1]).a)
    c145 = jsondecode(jsonencode((false ? {} : { a = null })))
    c146 = (local.ub ? local.un : 10)
    c147 = max(signum(1000000), (local.ub ? 0.1 : 0.1))
    c148 = try(tolist(null), [])
    c149 = upper(local.s)
    c150 = base64encode("k")
    c151 = tomap(tomap({ a = "x" }))
    c152 = join(md5("a,b"), concat(local.ul, toset(["b","a"])))
    c153 = issensitive(false)
    c154 = coalescelist(coalescelist(local.ls, []), chunklist(local.ul, 1000000))
    c155 = false
    c156 = try("b".a, "a")
    c157 = coalesce("%s", "a")
    c158 = "%{ for x in tolist([local.id]) }${x},%{ endfor }"
    c159 = { for k, v in { a = [null], b = [] } : k => [v] }
    c160 = element(setproduct(["a"], ["b", "a"]), length({ a = 1 }))
    c161 = strcontains(tostring(local.id), substr("%s", -1, 2))
    c162 = "${-1}"
    c163 = { for x in coalescelist(local.ul, [1, 2]) : "k" => x... }
    c164 = can(lookup({ a = 1 }, "true", "2020-01-01T00:00:00Z").a)
    c165 = try(tolist(local.ub), [])
    c166 = signum(-floor(10))
    c167 = keys((local.ub ? {} : tomap({ a = "x" })))
    c168 = jsondecode(jsonencode({ a = "x", b = 2 }))
    c169 = can((local.um != 1.5).a)
    c170 = { for k, v in (true ? { a = "x", b = 2 } : tomap({ a = "x" })) : k => v }
    c171 = true
    c172 = coalescelist(values(tomap({ a = "x" }))[*], [for x in split("a", "1") : x if x != null])
    c173 = { a = ["a"], b = true }
    c174 = { for x in setunion([null], [null]) : "k" => x... }
    c175 = md5("k")
    c176 = regexall("[a-z]", "a")
    c177 = concat(local.ls[*], try(tolist(tomap({ a = "x" })), []))
    c178 = abs(-1)
    c179 = coalesce(jsonencode((false ? {} : local.sm)), ("true" ? substr("1", 10, 1000000) : transpose({ a = "x", b = 2 })))
    c180 = startswith(element([1, 2], local.un), "p-${"a,b"}-s")
    c181 = [for k, v in {} : "${k}=${v}"]
    c182 = split(base64encode("a,b"), format("%s-%v", "a,b", false))
    c183 = (false ? local.um : { a = "x", b = 2 })
    c184 = [for x in local.ls : length(x)]
    c185 = alltrue([local.id])
    c186 = [1, 2][*]
    c187 = toset(flatten([local.ls, true]))
    c188 = yamldecode(yamlencode((contains(["b", "a"], local.um) ? { for k, v in {} : k => [v] } : zipmap(["a", 1], [null]))))
    c189 = slice(local.ls, 1, local.un)
    c190 = compact(tolist(["a"]))
    c191 = keys({ for k, v in local.um : k => v })
    c192 = concat(["a"], ["a"])
    c193 = tostring(startswith("x-y", "k"))
    c194 = range(sum([1, 2]))
    c195 = "é"
    c196 = transpose({ for x in local.ul : "k" => x... })
    c197 = split(local.s, "%s")
    c198 = matchkeys(local.ul, ["a"], toset(["b","a"]))
    c199 = "p-${"b"}-s"
    c200 = (floor(0.1) <= max(-1, 2))
    c201 = (1 >= 0.1)
    c202 = coalesce(local.id, "%s")
    c203 = tomap({ for x in reverse([local.id]) : "k" => x... })
    c204 = join("%{ for x in [local.id] }${x},%{ endfor }", distinct(local.ls))
    c205 = strcontains(join("10.0.0.0/16", distinct([1, 2])), "k")
    c206 = [for x in formatlist("%s-%s", ["a"], "é") : x if x == (local.ub ? 1000000 : 1.5)]
    c207 = { k = local.id }
    c208 = chunklist(local.ls, local.un)
    c209 = "p-${trimspace("é")}-s"
    c210 = replace("${"abc"}", tostring(true), "%{ for x in ["a", 1] }${x},%{ endfor }")
    c211 = "b"
    c212 = index(split(local.s, local.id), trimspace("true"))
    c213 = yamldecode(yamlencode({ ("") = { a = 1 } }))
    c214 = { ("k") = local.id }
    c215 = !can("1")
    c216 = issensitive({})
    c217 = (false ? "true" : "a,b")
    c218 = can("2020-01-01T00:00:00Z".a)
    c219 = try((signum(-1) > 10).a, distinct([1, 2]))
    c220 = yamldecode(yamlencode({ for x in ["b", "a"] : "k" => x... }))
    c221 = try("p-${"true"}-s".a, (false ? local.id : local.s))
    c222 = reverse([local.id])
    c223 = { for k, v in { for k, v in { a = "x", b = 2 } : v => k if v != null } : v => k if v != null }
    c224 = merge({ for x in toset(["b","a"]) : x => "a" }, yamldecode(yamlencode({ a = "x", b = 2 })))
    c225 = replace(lookup({}, "true", local.id), md5("a"), join("1", [local.id]))
    c226 = local.id
    c227 = chunklist([1, 2], 2)
    c228 = startswith("", "abc")
    c229 = lookup({ a = 1 }, "k", "2020-01-01T00:00:00Z")
    c230 = tolist([for x in ["a", 1] : x][*])
    c231 = anytrue([true, anytrue([local.ub, false])])
    c232 = merge({ a = local.s, b = [] }, tomap({ a = null }))
    c233 = "10.0.0.0/16"
    c234 = (true ? [1, 2] : ["b", "a"])
    c235 = coalesce("2020-01-01T00:00:00Z", local.id)
    c236 = { a = tomap({ a = "x" }), b = { k = local.id } }
    c237 = flatten([setunion(toset(["b","a"]), ["b", "a"]), [][*]])
    c238 = try("10.0.0.0/16".a, "1")
    c239 = (contains([null], "2020-01-01T00:00:00Z") ? substr("10.0.0.0/16", 0.1, 0.1) : !false)
    c240 = lookup(local.sm, "a", "abc")
    c241 = try(["b", "a"].a, "a,b")
    c242 = try(tolist(local.un), [])
    c243 = setunion(slice(local.ul, local.un, 10), [for x in [local.id] : x][*])
    c244 = "${local.ub}"
    c245 = ["a"]
    c246 = keys(merge(tomap({ a = "x" }), { a = "x", b = 2 }))[*]
    c247 = contains(coalescelist([1, 2], tolist(["a"])), { a = 1 })
    c248 = [for k, v in { a = "x", b = 2 } : "${k}=${v}"]
    c249 = { a = "x", b = 2 }
    c250 = split("abc", "abc")
    c251 = length("x-y")
    c252 = jsonencode([1, 2])
    c253 = trimspace("true")
    c254 = try(tolist(try(false.a, "abc")), [])
    c255 = abs(2)
    c256 = { for k, v in { for x in [1, 2] : x => true } : k => [v] }
    c257 = [null]
    c258 = [for x in coalescelist(["a", 1], [1, 2])[*] : upper(x)]
    c259 = regexall("[a-z]", lookup({ k = local.id }, "1", "b"))
    c260 = compact(toset(["b","a"]))
    c261 = format("%s-%v", can({ a = "x", b = 2 }), can(tonumber(local.ls).a))
    c262 = contains(coalescelist(["b", "a"], ["a", 1]), tostring("10.0.0.0/16"))
    c263 = "p-${""}-s"
    c264 = (substr("k", 1000000, local.un) != { for x in toset(["b","a"]) : x => [1, 2] })
    c265 = [null, md5("x-y")]
    c266 = issensitive({ k = local.id })
    c267 = coalesce(lookup({ a = "x", b = 2 }, "10.0.0.0/16", "2020-01-01T00:00:00Z"), yamlencode("1"))
    c268 = [for x in tolist(["b", "a"]) : x][*]
    c269 = "%s"
    c270 = (element(slice(["a"], 0, 0), sum(local.ul)) != [for x in sort(local.ul) : x][*])
    c271 = can("%{ if local.ub }y%{ else }${tomap(local.um)}%{ endif }")
    c272 = sort(toset(["b","a"]))
    c273 = ((local.un >= 1) ? merge({ a = 1 }, local.um) : zipmap(["b", "a"], ["a"]))
    c274 = coalesce(local.s, "%s")
    c275 = merge({ for k, v in local.sm : v => k if v != null }, jsondecode(jsonencode({ a = 1 })))
    c276 = regexall("[a-z]", (local.ub ? "a" : 0.1))
    c277 = !local.ub
    c278 = jsondecode(jsonencode("abc"))
    c279 = regexall("[a-z]", upper(substr("2020-01-01T00:00:00Z", 10, 0)))
    c280 = range(-1)[*]
    c281 = base64encode(local.s)
    c282 = "1"
    c283 = { for k, v in local.sm : k => [v] }
    c284 = (alltrue(toset([null])) ? upper(base64encode("a")) : jsonencode(local.ub))
    c285 = formatlist("%s-%s", setunion([local.id][*], sort(toset(["b","a"]))), trimspace(yamlencode(true)))
    c286 = jsonencode(!can(local.id.a))
    c287 = substr(local.s, 1.5, local.un)
    c288 = "%{ for x in toset(["b","a"]) }${x},%{ endfor }"
    c289 = values(merge(local.sm, local.sm))
    c290 = can(({ a = 1 } != tolist(["a"])))
    c291 = setsubtract(compact(values({ a = null })), coalescelist(split("1", "2020-01-01T00:00:00Z"), coalescelist(["b", "a"], local.ls)))
    c292 = "${["a"]}"
    c293 = floor(signum(2))
    c294 = flatten([["a", 1], [for x in local.ul : x if x == "a"]])
    c295 = md5(local.s)
  }
}

# Terraform refuses each of these.
output "refused" {
  value = [
    can(tonumber(tolist(["a"]))),
    can(lookup(zipmap([], [null]), "%{ if false }y%{ else }${local.ls}%{ endif }", replace("%s", "x-y", "1"))),
    can(parseint("${null}", 10)),
    can(md5((local.ub ? "2020-01-01T00:00:00Z" : [null]))),
    can(!issensitive(matchkeys([null], [1, 2], toset(["b","a"])))),
    can([zipmap([1, 2], local.ul), parseint("10.0.0.0/16", 10)]),
    can(format("%s-%v", [null], "10.0.0.0/16")),
    can(tostring(index(setunion([1, 2], tolist(["a"])), abs(1.5)))),
    can(zipmap([null], local.ls)),
    can(abs(sum(tolist([null])))),
    can(split({ a = null }, substr("%s", 0.1, 1000000))),
    can(-tobool(local.um)),
    can(tonumber(base64encode("x-y"))),
    can("%{ if anytrue([false, false]) }y%{ else }${try(tolist("true"), [])}%{ endif }"),
    can(slice(coalescelist(local.ul, ["b", "a"])[*], index(values({}), lookup(tomap({ a = "x" }), "a,b", local.id)), parseint(join("x-y", [1, 2]), 10))),
    can(sum(["a", 1])),
    can(coalescelist(local.sm, coalescelist([1, 2], toset(["b","a"])))),
    can(zipmap(setsubtract(["a", 1], ["b", "a"]), ["true", local.ub])),
    can(tobool(base64encode("true"))),
    can({ for k, v in zipmap(matchkeys(["a", 1], local.ul, ["a"]), sort([null])) : k => v == null }),
    can(tonumber((local.ub ? "abc" : local.ls))),
    can(alltrue(reverse(tolist(["a"])))),
    can({ for x in coalescelist(setsubtract(local.ul, toset(["b","a"])), coalescelist([null], toset(["b","a"]))) : "k" => x... }),
    can(sum(coalescelist(local.ls, [null]))),
    can(zipmap(["a", 1], [local.id])),
    can((-tonumber("b") % ((local.ub ? -1 : 2) % parseint("2020-01-01T00:00:00Z", 10)))),
    can(formatlist("%s-%s", chunklist(local.ls, 1.5), "%{ if false }y%{ else }${-1}%{ endif }")),
    can(tobool([null])),
    can(max(-0.1, local.sm)),
    can(chunklist(distinct(toset(["b","a"])), sum(["a"]))),
    can(range(sum(["a"]))),
    can(tonumber("10.0.0.0/16")),
    can(strcontains("%{ for x in [for k, v in local.sm : "${k}=${v}"] }${x},%{ endfor }", "%{ if 10 }y%{ else }${[for x in [] : upper(x)]}%{ endif }")),
    can(setproduct(chunklist([null], 0.1), compact(local.ul))),
    can("%{ for x in setsubtract(flatten([[null], "x-y"]), reverse([1, 2])) }${x},%{ endfor }"),
    can(index(matchkeys(toset(["b","a"]), tolist(["a"]), [1, 2]), !local.ub)),
    can(index(formatlist("%s-%s", ["a"], "x-y"), format("%s-%v", false, []))),
    can((startswith("%s", "10.0.0.0/16") ? index(local.ul, "1") : tonumber("10.0.0.0/16"))),
    can(element(regexall("[a-z]", local.s), sum(tolist(["a"])))),
    can(coalesce(yamlencode("k"), local.ul)),
    can(floor(sum(["b", "a"]))),
    can(tonumber(values({ a = null }))),
    can(index([], anytrue([true, true]))),
    can(flatten([chunklist([null], 1.5), jsonencode(local.sm)])),
    can("%{ if false }y%{ else }${[null]}%{ endif }"),
    can("%{ if (toset(["b","a"]) == local.id) }y%{ else }${sort(toset(["b","a"]))}%{ endif }"),
    can(jsondecode(jsonencode(transpose(local.sm)))),
    can(merge(transpose({ a = null }), { for x in [local.id] : "k" => x... })),
    can({ for k, v in { for x in [null][*] : x => true } : v => k if v != null }),
    can("%{ if alltrue(["b", "a"]) }y%{ else }${(1.5 - -1)}%{ endif }"),
    can(index([1, 2], 0)),
    can(range(sum(["b", "a"]))),
    can(alltrue((!true ? [for x in ["a"] : x if x == "abc"] : slice([null], 0, -1)))),
    can(tolist(formatlist("%s-%s", ["b", "a"], { a = "x", b = 2 }))),
    can(join("2020-01-01T00:00:00Z", [null])),
    can(sum(regexall("[a-z]", "2020-01-01T00:00:00Z"))),
    can(sum(setsubtract(tolist(["a"]), ["a", 1]))),
    can(matchkeys([local.id], [1, 2], [])),
    can(tostring([1, 2])),
    can(concat([["a", 1], "x-y"], slice([local.id], 1, 0))),
    can(distinct(matchkeys(local.ls, ["a"], ["a"]))),
    can(max(index([local.id], 0), max(1, 1.5))),
    can(base64encode(one([]))),
    can(yamlencode(toset(matchkeys(local.ls, tolist(["a"]), tolist(["a"]))))),
    can(one([tonumber(10), merge(local.sm, { a = "x", b = 2 })])),
    can(floor(index([local.id], ["a"]))),
    can(setunion([for x in [1, 2] : [x]], 0)),
    can(strcontains("${["a", 1]}", yamlencode("x-y"))),
    can(lookup({ a = alltrue(["a", 1]), b = parseint(local.id, 10) }, trimspace(replace("", "x-y", local.id)), "%{ for x in setproduct([local.id], ["a", 1]) }${x},%{ endfor }")),
    can(transpose(10)),
    can(alltrue(matchkeys(local.ls, ["b", "a"], ["a", 1]))),
    can(parseint("", 10)),
    can(slice([null], 1000000, 0)),
    can(transpose({ for x in local.ub : "k" => x... })),
    can(startswith("k", "%{ for x in [null] }${x},%{ endfor }")),
    can(sum(tolist(["a"]))),
    can(formatlist("%s-%s", matchkeys(["a", 1], tolist(["a"]), ["a", 1]), (true ? 0 : 0))),
    can(chunklist(slice(local.ls, -1, -1), parseint("a", 10))),
    can(startswith((false ? "2020-01-01T00:00:00Z" : toset(["b","a"])), (true ? "é" : local.ul))),
    can(toset(matchkeys(local.ls, tolist(["a"]), local.ls))),
    can(parseint(element(["2020-01-01T00:00:00Z", "%s"], length("k")), 10)),
    can({ for x in [signum(1), slice([1, 2], -1, 0)] : x => setsubtract(coalescelist([], [local.id]), [for x in local.ul : x == null]) }),
    can(strcontains(tostring(compact(["a", 1])), "${!false}")),
    can(tobool("%{ for x in local.ls }${x},%{ endfor }")),
    can(chunklist(distinct(toset(local.ls)), floor(-2))),
    can(format("%s-%v", try(tolist(["a"]), []), tostring(["a"]))),
    can((contains(["a", 1], { a = null }) ? coalesce("10.0.0.0/16", "é") : tolist([null]))),
    can(merge(merge(tomap({ a = "x" }), { a = "x", b = 2 }), transpose({ a = null }))),
    can(index(local.ls, true)),
    can(jsondecode(jsonencode({ for k, v in transpose({ a = "x", b = 2 }) : v => k if v != null }))),
    can("%{ for x in setunion([null], ["a", 1]) }${x},%{ endfor }"),
    can(!alltrue([for x in ["a", 1] : x][*])),
    can(substr(join(base64encode("10.0.0.0/16"), chunklist(["a", 1], 1.5)), (startswith("", local.s) ? -2 : -10), -max(-1, 0.1))),
    can(chunklist(["b", "a"], -1)),
  ]
}
