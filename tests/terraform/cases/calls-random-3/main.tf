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
    c0 = matchkeys(setproduct(["b", "a"], [null]), [2, "1"], setsubtract(local.ul, tolist(["a"])))
    c1 = try(element(tolist(["a"]), 2).a, "${"abc"}")
    c2 = chunklist(setproduct(local.ul, toset(["b","a"])), abs(10))
    c3 = coalesce("a,b", yamlencode(local.ub))
    c4 = length(try(0.a, local.id))
    c5 = 0.1
    c6 = tolist([local.id])
    c7 = can(startswith("true", "x-y"))
    c8 = replace(try(local.sm.a, "10.0.0.0/16"), try("true".a, local.id), "p-${"a"}-s")
    c9 = try(tolist(yamldecode(yamlencode(jsondecode(jsonencode({}))))), [])
    c10 = jsonencode(setintersection(values({ a = "x", b = 2 }), values(local.sm)))
    c11 = local.id
    c12 = !contains(flatten([["a", 1], local.s]), floor(10))
    c13 = compact(setunion(toset(["b","a"]), []))
    c14 = alltrue(regexall("[a-z]", local.id))
    c15 = regexall("[a-z]", "true")
    c16 = --1
    c17 = try(tolist(true), [])
    c18 = setsubtract([], [])
    c19 = join("x-y", [])
    c20 = tonumber(floor(abs(1.5)))
    c21 = tomap({ for k, v in {} : k => v == null })
    c22 = null
    c23 = compact(sort(toset([local.id])))
    c24 = "p-${"2020-01-01T00:00:00Z"}-s"
    c25 = anytrue([false, true])
    c26 = (issensitive("x-y") ? signum(local.un) : 1)
    c27 = "é"
    c28 = md5("x-y")
    c29 = !can(tolist(["a"]).a)
    c30 = yamlencode(base64encode("true"))
    c31 = try(false.a, "k")
    c32 = issensitive(local.ls[*])
    c33 = zipmap([local.id], [local.id])
    c34 = { for x in local.ul : "k" => x... }
    c35 = can("2020-01-01T00:00:00Z".a)
    c36 = can(strcontains("%s", "b"))
    c37 = -0
    c38 = join(local.s, toset(["b","a"]))
    c39 = try(tolist({ a = 1 }), [])
    c40 = sum(range(1.5))
    c41 = flatten([[for x in ["b", "a"] : x if x == "é"], { for k, v in {} : k => [v] }])
    c42 = { for k, v in tomap({ k = local.id }) : v => k if v != null }
    c43 = ((true ? 1 : 1) - (false ? local.un : 2))
    c44 = issensitive(flatten([[local.id], true]))
    c45 = setsubtract(toset(["b","a"]), local.ls)
    c46 = { ((local.ub ? "x-y" : local.id)) = [-1, ["b", "a"]] }
    c47 = [for x in [for x in [null] : x == null] : x][*]
    c48 = { for k, v in { a = "x", b = 2 } : k => [v] }
    c49 = [null]
    c50 = try(tolist(false), [])
    c51 = formatlist("%s-%s", [1, 2], local.ls)
    c52 = substr("k", 2, local.un)
    c53 = tomap(tomap({ for x in [] : "k" => x... }))
    c54 = { for k, v in { a = null } : k => v == null }
    c55 = (local.un > 0)
    c56 = coalesce("true", "a")
    c57 = upper("2020-01-01T00:00:00Z")
    c58 = reverse([1, 2])
    c59 = { for x in [local.id] : x => "%s" }
    c60 = { for k, v in { for k, v in merge({ a = null }, local.um) : v => k if v != null } : v => k if v != null }
    c61 = element([local.id], 0)
    c62 = "abc"
    c63 = issensitive("a,b")
    c64 = index(keys(local.um), upper("x-y"))
    c65 = try(tolist(10), [])
    c66 = "${local.ul}"
    c67 = max(1, 1000000)
    c68 = try(distinct(local.ls).a, substr("k", -1, 1000000))
    c69 = substr(try(compact(tolist(["a"])).a, upper("1")), 2, 2)
    c70 = upper(substr("1", 1000000, local.un))
    c71 = coalescelist(local.ul, ["b", "a"])
    c72 = compact(tolist(["a"]))
    c73 = formatlist("%s-%s", local.ul, "%s")
    c74 = (0 < -1)
    c75 = false
    c76 = "2020-01-01T00:00:00Z"
    c77 = "${sort(["a", 1])}"
    c78 = coalesce("a", md5("abc"))
    c79 = "a"
    c80 = "%{ if can("é".a) }y%{ else }${(local.ub == "%s")}%{ endif }"
    c81 = [for x in tolist([null]) : x][*]
    c82 = abs(1000000)
    c83 = setintersection(local.ul, [])
    c84 = tostring("10.0.0.0/16")
    c85 = try(tolist(abs(10)), [])
    c86 = { a = local.ub, b = "10.0.0.0/16" }
    c87 = jsonencode(join("x-y", [1, 2]))
    c88 = (1 + 1.5)
    c89 = tonumber(((-1 >= 2) ? regexall("[a-z]", "k") : slice(["a", 1], local.un, 0)))
    c90 = local.ub
    c91 = [for x in toset(["b","a"]) : x if x == "abc"]
    c92 = contains(["b", "a"], "é")
    c93 = 10
    c94 = values({ a = null })
    c95 = { a = null }
    c96 = base64encode("p-${"10.0.0.0/16"}-s")
    c97 = yamlencode(yamldecode(yamlencode({ a = "x", b = 2 })))
    c98 = !tobool("true")
    c99 = true
    c100 = md5("é")
    c101 = { (coalesce("abc", local.id)) = [local.id][*] }
    c102 = jsondecode(jsonencode(yamldecode(yamlencode(tomap({ a = "x" })))))
    c103 = lookup({ for x in local.ls : x => [] }, "${"k"}", base64encode("é"))
    c104 = tomap({ k = local.id })
    c105 = sort([])
    c106 = setunion(["a"], [null])
    c107 = regexall("[a-z]", base64encode(""))
    c108 = ("a" != "a")
    c109 = "a,b"
    c110 = setproduct(["a"], ["a", 1])
    c111 = replace(substr(local.s, local.un, 1), "2020-01-01T00:00:00Z", trimspace(""))
    c112 = tonumber("%{ if local.ub }y%{ else }${[1, 2]}%{ endif }")
    c113 = coalescelist(tolist(reverse([1, 2])), [for x in [for x in [null] : x if x == "a,b"] : x if x == can([1, 2])])
    c114 = base64encode("%{ for x in [] }${x},%{ endfor }")
    c115 = startswith(replace("true", "a,b", "10.0.0.0/16"), tostring(local.id))
    c116 = startswith("p-${local.id}-s", tostring(false))
    c117 = alltrue([for x in [local.id] : upper(x)])
    c118 = range(sum(setunion(["a", 1], local.ul)))
    c119 = (local.un % 0.1)
    c120 = "%{ for x in keys(local.um) }${x},%{ endfor }"
    c121 = (abs(2) * index(["b", "a"], local.um))
    c122 = toset(coalescelist([for x in ["a"] : x if x == true], [for x in local.ls : x if true]))
    c123 = { for k, v in (local.ub ? { k = local.id } : { k = local.id }) : k => [v] }
    c124 = jsondecode(jsonencode({ for k, v in {} : k => v }))
    c125 = upper(coalesce("a,b", "é"))
    c126 = lookup({}, "%s", "10.0.0.0/16")
    c127 = values({ for k, v in { k = local.id } : k => [v] })
    c128 = [(local.ub ? 1.5 : local.un), compact([for x in ["a"] : x][*])]
    c129 = [for x in local.ul : x if x != null]
    c130 = anytrue([(1000000 == [1, 2]), issensitive("a")])
    c131 = [for x in tolist(reverse(tolist(["a"]))) : upper(x)]
    c132 = abs(0.1)
    c133 = ({ (10) = compact(["a", 1]) } != coalesce("é", one(local.ul)))
    c134 = [for x in [local.id] : x == null]
    c135 = "${local.ub}"
    c136 = replace(substr("%s", 0, local.un), "${"x-y"}", trimspace("10.0.0.0/16"))
    c137 = chunklist(["a"], 2)
    c138 = keys(local.um)
    c139 = { for x in formatlist("%s-%s", local.ul, 1.5) : "k" => x... }
    c140 = values({ for x in ["a", 1] : "k" => x... })
    c141 = -"1"
    c142 = { (substr("1", 10, 1)) = signum(local.un) }
    c143 = jsondecode(jsonencode({ a = 1 }))
    c144 = can(true)
    c145 = coalesce(join("true", local.ls), "x-y")
    c146 = flatten([[for x in ["b", "a"] : x if false], split("x-y", "é")])
    c147 = -1
    c148 = upper(format("%s-%v", 0.1, local.ls))
    c149 = "p-${(local.ub ? "1" : -1)}-s"
    c150 = issensitive((strcontains("1", local.id) != trimspace("true")))
    c151 = signum(1000000)
    c152 = contains((local.ub ? local.ul : []), can(tolist(["a"]).a))
    c153 = reverse(sort(["a"])[*])
    c154 = base64encode("b")
    c155 = "%{ for x in [for x in ["b", "a"] : x if false] }${x},%{ endfor }"
    c156 = keys({ a = "x", b = 2 })
    c157 = tomap(tomap({ k = local.id }))
    c158 = range(local.un)
    c159 = setsubtract([], ["a", 1])
    c160 = alltrue([null])
    c161 = flatten([split("a,b", "1"), lookup({ a = 1 }, "", "true")])
    c162 = signum(floor(floor(1.5)))
    c163 = try(anytrue([true, false]).a, coalesce("2020-01-01T00:00:00Z", local.id))
    c164 = { for x in ["a", 1] : "k" => x... }
    c165 = local.un
    c166 = tomap({ a = "x", b = 2 })
    c167 = [for k, v in local.sm : "${k}=${v}"]
    c168 = ((local.ub ? 10 : 1.5) - index(local.ls, "a"))
    c169 = yamlencode(["a", 1])
    c170 = (true ? ["b", "a"] : toset(["b","a"]))
    c171 = max(local.un, local.un)
    c172 = { for x in flatten([values({ a = 1 }), concat(["b", "a"], [1, 2])]) : "k" => x... }
    c173 = regexall("[a-z]", local.s)
    c174 = setsubtract(["a", 1], local.ls)
    c175 = matchkeys(["b", "a"], ["b", "a"], [null])
    c176 = regexall("[a-z]", "10.0.0.0/16")
    c177 = signum(signum(local.un))
    c178 = replace("10.0.0.0/16", "true", "a,b")
    c179 = (floor(0) + floor(0))
    c180 = trimspace("x-y")
    c181 = lookup({ ("10.0.0.0/16") = { k = local.id } }, (true ? "k" : "b"), lookup({ k = local.id }, "1", "k"))
    c182 = { for x in setunion([local.id], tolist(["a"])) : "k" => x... }
    c183 = coalescelist([local.id], local.ul)
    c184 = jsondecode(jsonencode(yamldecode(yamlencode(toset(["b","a"])))))
    c185 = upper("b")
    c186 = (local.ub ? { k = local.id } : {})
    c187 = base64encode(lookup(local.um, "abc", "true"))
    c188 = length([null])
    c189 = [for k, v in local.um : "${k}=${v}"][*]
    c190 = (true ? 1.5 : 10)
    c191 = setproduct([for x in [for x in ["b", "a"] : x if x == local.ls] : x][*], formatlist("%s-%s", chunklist(["b", "a"], local.un), jsonencode({})))
    c192 = values(merge(tomap({ a = "x" }), { a = null }))
    c193 = yamlencode({})
    c194 = merge({ a = "x", b = 2 }, { a = null })
    c195 = can({ for x in regexall("[a-z]", "é") : "k" => x... })
    c196 = keys(merge({ k = local.id }, { a = 1 }))
    c197 = (0.1 - 2)
    c198 = keys(yamldecode(yamlencode({})))
    c199 = merge({ a = "x", b = 2 }, tomap({ a = "x" }))
    c200 = flatten([["b", "a"], [local.id]])
    c201 = "k"
    c202 = replace(yamlencode([local.id]), yamlencode("k"), "%{ if local.ub }y%{ else }${10}%{ endif }")
    c203 = base64encode("x-y")
    c204 = jsondecode(jsonencode({ for k, v in { a = 1 } : k => [v] }))
    c205 = { for x in tolist([]) : x => sort(["a", 1]) }
    c206 = tolist(setsubtract(toset(["b","a"]), [local.id]))
    c207 = yamldecode(yamlencode({ a = "10.0.0.0/16", b = 2 }))
    c208 = keys({ for x in local.ul : "k" => x... })
    c209 = zipmap(concat([local.id], ["a"]), [for x in ["b", "a"] : x if local.ub])
    c210 = values(transpose(yamldecode(yamlencode(local.um))))
    c211 = format("%s-%v", "a,b", { ("x-y") = "%s" })
    c212 = setproduct(tolist(["a"]), local.ul)
    c213 = can(sum(matchkeys(["a"], tolist(["a"]), local.ul)).a)
    c214 = can("p-${"1"}-s")
    c215 = index(distinct(local.ul), [0.1, "10.0.0.0/16"])
    c216 = regexall("[a-z]", "b")
    c217 = floor(1000000)
    c218 = jsondecode(jsonencode((local.ub ? { a = null } : local.sm)))
    c219 = issensitive(local.un)
    c220 = replace("k", "k", "a,b")
    c221 = element([for x in ["a"] : x if x == tomap({ a = "x" })], index(["a"], local.ul))
    c222 = 2
    c223 = "1"
    c224 = values((local.ub ? tomap({ a = "x" }) : { a = null }))
    c225 = -2
    c226 = setintersection((local.ub ? ["a", 1] : ["b", "a"]), tolist([local.id]))[*]
    c227 = "%{ for x in [1, 2] }${x},%{ endfor }"
    c228 = split(coalesce("x-y", "10.0.0.0/16"), tostring(-1))
    c229 = max(0.1, local.un)
    c230 = setintersection(["b", "a"], [local.id])
    c231 = merge(local.sm, { a = "x", b = 2 })
    c232 = "true"
    c233 = upper("%{ if local.ub }y%{ else }${{}}%{ endif }")
    c234 = contains(local.ls, local.sm)
    c235 = tostring(can({ a = 1 }.a))
    c236 = [for x in [for x in [1, 2] : x][*] : x if can(local.sm.a)]
    c237 = "p-${"a"}-s"
    c238 = (false ? tomap({ a = "x" }) : { k = local.id })
    c239 = coalesce(upper("true"), (false ? "10.0.0.0/16" : 2))
    c240 = range(1)
    c241 = merge({ a = "x", b = 2 }, local.sm)
    c242 = tomap(tomap({ a = "x" }))
    c243 = (anytrue([local.ub, false]) ? { for x in ["b", "a"] : x => "k" } : { for k, v in { a = null } : k => v == null })
    c244 = { for x in sort([local.id]) : x => try({ a = "x", b = 2 }.a, "%s") }
    c245 = { (base64encode("1")) = base64encode("") }
    c246 = concat([1, 2], local.ul)
    c247 = trimspace("")
    c248 = coalescelist([], ["a"])
    c249 = [for k, v in yamldecode(yamlencode(local.um)) : "${k}=${v}"]
    c250 = anytrue([contains(toset(["b","a"]), "a"), local.ub])
    c251 = chunklist(regexall("[a-z]", 1000000), tonumber(max(local.un, 0)))
    c252 = contains([1, 2], { a = null })
    c253 = lookup({ (local.id) = local.ul }, tostring(false), "%{ for x in local.ul }${x},%{ endfor }")
    c254 = base64encode(substr(local.s, 1, -1))
    c255 = setproduct([local.id], ["a", 1])
    c256 = { (coalesce("true", local.s)) = sort(toset(["b","a"])) }
    c257 = startswith(tostring(0.1), coalesce("x-y", "é"))
    c258 = length("%{ if true }y%{ else }${"abc"}%{ endif }")
    c259 = "%{ if alltrue([]) }y%{ else }${max(0.1, 1.5)}%{ endif }"
    c260 = transpose({ for x in local.ul : "k" => x... })
    c261 = { (md5("abc")) = md5("%s") }
    c262 = !true
    c263 = yamldecode(yamlencode({ for k, v in local.sm : k => v == null }))
    c264 = try(tolist(abs(parseint(local.id, 10))), [])
    c265 = tostring(local.ub)
    c266 = setunion(distinct([null]), compact(local.ls))
    c267 = lookup(local.um, "abc", local.id)
    c268 = base64encode("é")
    c269 = jsonencode(["a"])
    c270 = compact([])
    c271 = 1
    c272 = contains(reverse([]), join(local.id, [null]))
    c273 = length(tolist(range(local.un)))
    c274 = can(local.s)
    c275 = coalesce(local.s, "k")
    c276 = signum(2)
    c277 = (can(1.5.a) ? signum(1000000) : max(1, 0))
    c278 = { a = "x", b = 2 }
    c279 = (local.ub ? "a,b" : local.id)
    c280 = toset(["b","a"])
    c281 = merge((false ? { k = local.id } : { a = null }), merge({ k = local.id }, tomap({ a = "x" })))
    c282 = signum(signum(0))
    c283 = (can({ k = local.id }) ? jsonencode(local.um) : trimspace(local.id))
    c284 = split(tostring(yamlencode("x-y")), replace(lookup({ a = "x", b = 2 }, "10.0.0.0/16", "%s"), trimspace(""), base64encode("a,b")))
    c285 = strcontains(coalesce("abc", "1"), yamlencode(local.sm))
    c286 = floor(floor(max(0, -1)))
    c287 = { for x in setunion(tolist(["a"]), tolist(["a"])) : x => signum(local.un) }
    c288 = sort(distinct([local.id]))
    c289 = merge({}, { a = null })
    c290 = jsondecode(jsonencode({ for x in ["a", 1] : "k" => x... }))
    c291 = tolist(["a"])
    c292 = [jsondecode(jsonencode({ for x in local.ls : "k" => x... })), (startswith("", "10.0.0.0/16") ? [for x in [] : x][*] : toset([1, 2]))]
    c293 = [for x in [] : [x]]
    c294 = alltrue([])
    c295 = ((false ? 1 : -1) <= parseint(local.id, 10))
    c296 = jsonencode(local.ls)
    c297 = compact(tolist(local.ls))
    c298 = yamldecode(yamlencode(tomap(tomap({ a = "x" }))))
    c299 = ("x-y" != false)
    c300 = "%{ for x in ["a", 1] }${x},%{ endfor }"
    c301 = lookup({ a = "x", b = 2 }, "%s", "a")
    c302 = try(tolist(tolist(["a"])), [])[*]
    c303 = try(tolist(signum(-1)), [])
    c304 = can(tomap({ a = "x" }).a)
    c305 = reverse([])
    c306 = coalesce("2020-01-01T00:00:00Z", "abc")
    c307 = yamldecode(yamlencode(tomap(local.sm)))
    c308 = "10.0.0.0/16"
    c309 = { (join("true", [1, 2])) = sum(local.ul) }
    c310 = floor(2)
    c311 = yamlencode("true")
    c312 = concat(tolist(["a"]), ["a", 1])
    c313 = join(lookup({ a = "x", b = 2 }, "2020-01-01T00:00:00Z", local.s), keys({ k = local.id }))
    c314 = { for x in toset(["b","a"]) : "k" => x... }
    c315 = "%{ if false }y%{ else }${"1"}%{ endif }"
    c316 = transpose({ for x in toset(["b","a"]) : x => ["a", 1] })
    c317 = "%{ if local.ub }y%{ else }${true}%{ endif }"
    c318 = formatlist("%s-%s", toset(["b","a"]), local.ul)
    c319 = !local.ub
    c320 = regexall("[a-z]", one(tolist(["a"])))
    c321 = { a = 1 }
    c322 = tobool(contains([null], false))
    c323 = try("%{ if true }y%{ else }${"x-y"}%{ endif }".a, jsonencode(0.1))
    c324 = [for x in (true ? flatten([[null], ["a", 1]]) : reverse(["a", 1])) : x]
    c325 = yamlencode(local.ub)
    c326 = distinct(setintersection(local.ul, [null]))
    c327 = local.ul
    c328 = jsondecode(jsonencode({ for x in local.ul : x => "" }))
    c329 = range(0.1)[*]
    c330 = sort(sort([]))
    c331 = split("1", local.s)
    c332 = (abs(local.un) <= floor(10))
    c333 = max(length(["a"]), floor(2))
    c334 = yamlencode(anytrue([local.ub, local.ub]))
    c335 = contains(local.ul, [null])
    c336 = [for x in local.ul : x == null]
    c337 = { for k, v in {} : v => k if v != null }
    c338 = "%{ for x in compact([1, 2]) }${x},%{ endfor }"
    c339 = coalesce("%{ if true }y%{ else }${true}%{ endif }", try([local.id].a, "2020-01-01T00:00:00Z"))
    c340 = md5("b")
    c341 = "p-${tostring(0)}-s"
    c342 = try(tolist(anytrue([false, true])), [])
    c343 = yamlencode("${["b", "a"]}")
    c344 = anytrue([startswith("é", "true"), (local.un < 10)])
    c345 = [for x in keys({ k = local.id }) : x if contains(local.ul, false)]
    c346 = split("k", "10.0.0.0/16")
    c347 = sort(local.ls)
  }
}

# Terraform refuses each of these.
output "refused" {
  value = [
    can(tobool(["a", 1])),
    can(tonumber({ for x in tolist(["a"]) : "k" => x... })),
    can(max((false ? 1.5 : 1), ["a"])),
    can(element(regexall("[a-z]", "2020-01-01T00:00:00Z"), sum([1, 2]))),
    can(yamlencode(signum(0.1))),
    can(matchkeys([for k, v in transpose(local.um) : "${k}=${v}"], slice([for x in ["a"] : x][*], local.ls, (true ? 1.5 : 10)), setproduct(setintersection(local.ls, [local.id]), tolist([null])))),
    can(replace(["a", 1], (local.ub ? "é" : ["a"]), (true ? "%s" : []))),
    can(try(yamlencode(-0.1).a, upper(substr("b", 0.1, 1)))),
    can(parseint(trimspace("%s"), 10)),
    can({ for k, v in { for k, v in { ("k") = ["a"] } : v => k if v != null } : v => k if v != null }),
    can(split("p-${"abc"}-s", "%{ for x in [null] }${x},%{ endfor }")),
    can(merge(toset(["b","a"]), jsondecode(jsonencode(tomap({ a = "x" }))))),
    can(concat(toset(["b","a"]), tolist(["a"]))),
    can(setsubtract(setproduct(reverse(["a"]), split("%s", "k")), [for x in sort([1, 2]) : x])),
    can(chunklist([false, "x-y"], index([local.id], toset(["b","a"])))),
    can(transpose({ for k, v in local.sm : v => k if v != null })),
    can(strcontains(format("%s-%v", null, length(null)), yamlencode(one(["b", "a"])))),
    can(tobool(coalesce("%s", ""))),
    can((!local.ub ? [tolist(["a"]), "x-y"] : regexall("[a-z]", "a"))),
    can(tonumber(["b", "a"])),
    can(substr(coalesce("", "2020-01-01T00:00:00Z"), tonumber(local.ls), local.un)),
    can("%{ if alltrue(local.ls) }y%{ else }${{ ("k") = "x-y" }}%{ endif }"),
    can({ for x in distinct([1, 2]) : x => one(["b", "a"]) }),
    can((!local.ub ? trimspace("%s") : (true ? { a = 1 } : {}))),
    can(slice(tolist(setintersection(tolist(["a"]), toset(["b","a"]))), sum({ a = 1 }), max((0.1 * local.un), (0.1 - -1)))),
    can(tonumber((contains(local.ul, "x-y") ? values(local.sm) : try(tolist("a"), [])))),
    can(coalescelist([for x in toset(["b","a"]) : x][*], setsubtract(local.ls, [null]))),
    can(-signum(1.5)),
    can(contains([for x in sort(local.ls) : x if can(local.ub)], [for x in "10.0.0.0/16" : length(x)])),
    can(length(abs(1.5))),
    can((sum(["a", 1]) >= index(local.ul, "1"))),
    can((contains([], null) ? replace("1", "x-y", "abc") : strcontains("", ""))),
    can(coalescelist(try(tolist("true"), []), coalescelist(local.ls, toset(["b","a"])))),
    can(split(try("k".a, "a"), substr("abc", 0.1, 2))),
    can(substr("%s", 2, 0.1)),
    can(coalescelist(toset(1), coalescelist(compact(local.ul), (false ? ["a", 1] : [local.id])))),
    can((length(0.1) != chunklist(toset(["b", "a"]), 1))),
    can(element(["a"], 0.1)),
    can(tobool(index([], -1))),
    can({ for x in coalescelist(tolist(["a"]), toset(["b","a"])) : x => coalescelist(local.ls, [local.id]) }),
    can(zipmap(keys({ k = local.id }), [for x in local.ls : x == null])),
    can("%{ for x in setproduct([null], ["b", "a"]) }${x},%{ endfor }"),
    can((contains([null], false) ? length(true) : index(toset(["b","a"]), local.ls))),
    can(-sum(coalescelist(toset(["b","a"]), []))),
    can((alltrue(["a"]) ? flatten([[1, 2], 2]) : [for x in local.ul : x][*])),
    can(slice(regexall("[a-z]", join("b", ["a"])), max(-1, -1), local.ls)),
    can(setintersection(keys({ a = [null], b = "" }), compact(matchkeys(local.ls, tolist(["a"]), [null])))),
    can(sort([null])),
    can("%{ if tobool({ a = null }) }y%{ else }${coalescelist([1, 2], local.ul)}%{ endif }"),
    can(index([local.ul, [local.id]][*], one(tolist(["b", "a"])))),
    can(-floor(length(local.un))),
    can(try(matchkeys(toset(local.ls), try(tolist([]), []), range(10)).a, replace(lookup(tomap({ a = "x" }), "k", "é"), format("%s-%v", local.ls, ""), "%{ for x in local.ul }${x},%{ endfor }"))),
    can(range(index([1, 2], [null]))),
    can((tonumber(replace("abc", local.s, "a,b")) >= floor([]))),
    can(tobool("x-y")),
    can(alltrue(tobool(tolist(["a"])))),
    can(matchkeys(compact(split("a", "1")), matchkeys(distinct(["a", 1]), keys(local.sm), setproduct(toset(["b","a"]), ["b", "a"])), [for k, v in { for x in tolist(["a"]) : "k" => x... } : "${k}=${v}"])),
    can((parseint(coalesce(local.s, ""), 10) - parseint("%{ if local.ub }y%{ else }${{ a = "x", b = 2 }}%{ endif }", 10))),
    can(parseint("x-y", 10)),
    can(lookup(zipmap([], ["b", "a"]), lookup({ k = local.id }, "x-y", "b"), md5("abc"))),
    can(tostring({ a = null })),
    can(anytrue([keys({ a = 1 }), strcontains(format("%s-%v", 10, tomap({ a = "x" })), format("%s-%v", ["a"], 10))])),
    can(parseint(md5("1"), 10)),
    can(slice(distinct(local.ls), tonumber(0.1), length(null))),
    can(max((true ? 1.5 : 1), sum([]))),
    can(keys(transpose(local.sm))),
    can(alltrue(values({ a = 1 }))),
    can(coalesce("10.0.0.0/16", ["a"])),
    can(chunklist(setsubtract(tolist(["a"]), local.ul), index([null], local.sm))),
    can(slice(regexall("[a-z]", "a"), tonumber([local.id]), floor(1.5))),
    can(coalesce(tostring(reverse(["a", 1])), substr(substr("abc", 1, 1.5), tonumber({ a = "x", b = 2 }), tonumber(local.un)))),
    can((alltrue(toset(["a"])) ? lookup(yamldecode(yamlencode({ a = null })), lookup({}, "a,b", "b"), "%{ for x in ["a", 1] }${x},%{ endfor }") : yamlencode(jsondecode(jsonencode(local.sm))))),
    can(sum(chunklist(["a"], 0))),
    can(setproduct(values(local.um), matchkeys([local.id], toset(["b","a"]), ["a"]))),
    can(substr(substr(tostring("%s"), "", tonumber(local.ul)), sum(compact(toset(["b","a"]))), index(flatten([toset(["b","a"]), { k = local.id }]), try(tolist({}), [])))),
    can(setunion(compact(local.ls), setproduct(setunion(["b", "a"], local.ls), range(10)))),
    can(one(["a", 1])),
    can(transpose(zipmap([for x in toset(["b","a"]) : x == null], [for x in [null] : x if x != null]))),
    can("%{ for x in [null] }${x},%{ endfor }"),
    can(substr(yamlencode({ a = null }), signum(1.5), 0.1)),
    can(index(values(local.sm), (2 / -1))),
    can(setproduct(slice(regexall("[a-z]", "abc"), sum(["b", "a"]), (false ? 2 : local.un)), [for x in tolist(["a"])[*] : x if x != null])),
    can((local.ub ? "10.0.0.0/16" : { k = local.id })),
    can(parseint("a,b", 10)),
    can(replace(try(md5("abc").a, element(tolist(["a"]), 1)), "${sort([1, 2])}", md5("${"abc"}"))),
    can(join("x-y", [null])),
    can(tomap({ a = "b", b = local.ls })),
    can(alltrue(regexall("[a-z]", "%s"))),
    can(alltrue([1, 2])),
    can((tonumber(tonumber("true")) + abs(false))),
    can(tonumber(local.sm)),
    can(zipmap([], local.ls)),
    can(upper(join(one(["a", 1]), matchkeys([], local.ls, local.ul)))),
    can(tostring(local.um)),
    can(coalescelist(["b", "a"], toset(["b","a"]))),
    can(issensitive(concat(toset(["b","a"]), ["a"]))),
    can(setproduct(range(max(0, -1)), range(parseint("k", 10)))),
    can(([local.id] ? ["b", { k = local.id }] : values(tomap({ a = "x" })))),
    can(substr(try(tolist(["a"]).a, "2020-01-01T00:00:00Z"), -0.1, parseint("k", 10))),
    can(parseint(join("a", ["a"]), 10)),
    can(zipmap(toset(["b","a"]), [null])),
    can(zipmap(concat(0, []), toset(sort(local.ls)))),
    can((abs(0.1) < parseint("k", 10))),
    can(floor(index([], local.sm))),
    can(signum(index(local.ls, toset(["b","a"])))),
    can({ for k, v in zipmap(local.ls, ["a"]) : k => [v] }),
    can({ for x in compact(coalescelist(toset(["b","a"]), [1, 2])) : "k" => x... }),
    can(alltrue(coalescelist(toset(["b","a"]), ["a"]))),
    can(merge(tomap(tomap({ a = "x" })), ["a", 1])),
    can((md5("") == { (format("%s-%v", toset(["b","a"]), "x-y")) = null })),
    can(element(toset(["b","a"]), 1)),
    can({ for x in matchkeys([], ["a"], local.ls) : x => abs(local.un) }),
    can(element(try(tolist([]), []), (0 - 1.5))),
    can(index([local.id], local.sm)),
    can(try(formatlist("%s-%s", ["b", "a"], { k = local.id }).a, (local.ub ? "1" : { a = null }))),
    can(format("%s-%v", !local.ub, tobool([local.id]))),
    can(sum([for x in ["b", "a"] : x][*])),
    can(setproduct(formatlist("%s-%s", toset(["b","a"]), "é"), concat(toset(["b","a"]), ["b", "a"]))),
    can([for x in [1, 2] : length(x)]),
    can((sum(local.ls) * abs(-1))),
    can(split(try({ ("é") = [] }.a, "2020-01-01T00:00:00Z"), element(setsubtract(toset(["b","a"]), [null]), index(["a"], { a = 1 })))),
    can((alltrue(["b", "a"]) ? sort(["a", 1]) : matchkeys(["b", "a"], local.ul, [null]))),
    can({ for k, v in 0.1 : k => [v] }),
    can([for x in regexall("[a-z]", one([1, 2])) : x if can(trimspace(local.id))]),
    can(tobool(jsondecode(jsonencode({ a = "x", b = 2 })))),
    can(matchkeys(distinct(toset(["b","a"])), compact(toset(["b","a"])), setproduct([1, 2], [null]))),
    can(tonumber({ for k, v in { a = 1 } : v => k if v != null })),
    can(element(distinct(local.ls), tonumber({ k = local.id }))),
    can(trimspace(upper(one([null])))),
    can(anytrue([!local.ub, alltrue(local.ls)])),
    can(floor(tonumber([]))),
    can("${(signum(0) - parseint("a", 10))}"),
    can(sum(["a", 1])),
    can({ for x in (true ? ["a"] : toset(["b","a"])) : x => formatlist("%s-%s", ["a"], toset(["b","a"])) }),
  ]
}
