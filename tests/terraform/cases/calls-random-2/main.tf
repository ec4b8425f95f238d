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
    c0 = length(local.sm)
    c1 = setunion(compact(["a", 1]), coalescelist([null], local.ls))
    c2 = regexall("[a-z]", "é")
    c3 = regexall("[a-z]", base64encode("abc"))
    c4 = 2
    c5 = { for k, v in (false ? tomap({ a = "x" }) : tomap({ a = "x" })) : k => [v] }
    c6 = null
    c7 = { ("%{ for x in ["a", 1] }${x},%{ endfor }") = setsubtract(["b", "a"], [local.id]) }
    c8 = [for x in [null][*] : x][*]
    c9 = try(tolist(length(local.um)), [])
    c10 = upper("a")
    c11 = 1
    c12 = "é"
    c13 = 1.5
    c14 = setintersection([], local.ul)
    c15 = !can("a".a)
    c16 = issensitive(coalesce("abc", "a,b"))
    c17 = (["a", 1] == "")
    c18 = [for k, v in local.um : "${k}=${v}"]
    c19 = contains([true, "true"], strcontains("b", ""))
    c20 = ["a"]
    c21 = compact(toset(["b","a"]))
    c22 = upper(trimspace(local.id))
    c23 = can({})
    c24 = values({ for x in [for x in ["a"] : x if x != null] : x => [] })
    c25 = md5(coalesce("x-y", "abc"))
    c26 = { (try(10.a, "10.0.0.0/16")) = toset(["b", "a"]) }
    c27 = sort(toset(["b","a"]))
    c28 = strcontains("2020-01-01T00:00:00Z", lookup({}, "x-y", "1"))
    c29 = distinct(chunklist(regexall("[a-z]", local.s), floor(1000000)))
    c30 = setsubtract(split("", "k"), split("2020-01-01T00:00:00Z", ""))
    c31 = substr("1", -1, 1000000)
    c32 = trimspace(local.id)
    c33 = formatlist("%s-%s", ["a"], "2020-01-01T00:00:00Z")
    c34 = floor(2)
    c35 = { for k, v in yamldecode(yamlencode({ a = "x", b = 2 })) : v => k if v != null }
    c36 = values({})
    c37 = (true ? [null] : local.ul)
    c38 = signum(local.un)
    c39 = [for k, v in tomap({ a = "x", b = 2 }) : "${k}=${v}"]
    c40 = tobool(null)
    c41 = try(tolist(startswith("abc", "a")), [])
    c42 = (contains(tolist(["a"]), false) ? tonumber(2) : floor(1.5))
    c43 = join("é", [1, 2])
    c44 = [for x in local.ls : upper(x)]
    c45 = format("%s-%v", signum(floor(0.1)), signum(abs(-1)))
    c46 = "%{ for x in [local.id] }${x},%{ endfor }"
    c47 = split(upper("%{ if local.ub }y%{ else }${true}%{ endif }"), md5(format("%s-%v", local.un, { a = null })))
    c48 = md5(format("%s-%v", md5("b"), null))
    c49 = (0.1 < 0)
    c50 = trimspace("é")
    c51 = { for k, v in merge(local.um, { k = local.id }) : v => k if v != null }
    c52 = can(split(local.id, "a").a)
    c53 = strcontains("%{ for x in coalescelist([1, 2], ["b", "a"]) }${x},%{ endfor }", upper("${local.ub}"))
    c54 = (distinct(keys(local.sm)) == md5("%{ if false }y%{ else }${1.5}%{ endif }"))
    c55 = toset([null])
    c56 = coalesce("a", "é")
    c57 = element(concat(formatlist("%s-%s", toset(["b","a"]), 1000000), setproduct(["a"], tolist(["a"]))), signum(length(local.um)))
    c58 = toset(["a", 1])
    c59 = strcontains("true", "a,b")
    c60 = abs(abs(1.5))
    c61 = (local.ub ? ["a"] : [local.id])
    c62 = trimspace("1")
    c63 = { for k, v in { a = null } : v => k if v != null }
    c64 = "p-${replace("10.0.0.0/16", "a", local.id)}-s"
    c65 = { for x in ["a", 1] : x => 2 }
    c66 = { ("é") = null }
    c67 = tostring(null)
    c68 = concat([], [])[*]
    c69 = try(tolist(join("", [1, 2])), [])
    c70 = range(sum(local.ul))
    c71 = "p-${"abc"}-s"
    c72 = can(element(["b", "a"], 0.1))
    c73 = one(reverse([local.id]))
    c74 = true
    c75 = jsonencode(distinct(toset([1, 2])))
    c76 = yamlencode("2020-01-01T00:00:00Z")
    c77 = issensitive(chunklist([1, 2], local.un))
    c78 = yamlencode(["a"])
    c79 = flatten([local.ls, strcontains("k", local.id)])
    c80 = [for x in ["b", "a"] : x][*]
    c81 = 1000000
    c82 = tonumber(sum(tolist(local.ul)))
    c83 = try(tolist(true), [])
    c84 = { for x in range(10) : "k" => x... }
    c85 = { for k, v in { a = 1 } : v => k if v != null }
    c86 = formatlist("%s-%s", [1, 2], "2020-01-01T00:00:00Z")
    c87 = setproduct([null], local.ls)
    c88 = replace(yamlencode((local.ub ? 2 : -1)), yamlencode(floor(2)), replace(md5("true"), coalesce("", "a"), lookup({}, local.id, "b")))
    c89 = -(false ? 1 : 0.1)
    c90 = toset(distinct(local.ls))
    c91 = compact(["b", "a"])
    c92 = regexall("[a-z]", join("1", tolist(["a"])))
    c93 = lookup(local.sm, "", "abc")
    c94 = format("%s-%v", alltrue(local.ul), replace("abc", "true", "k"))
    c95 = range((length("true") + (true ? 0 : 0)))
    c96 = setproduct((false ? toset(["b","a"]) : ["a", 1]), setintersection([local.id], local.ls))
    c97 = "k"
    c98 = sort(["a", 1])
    c99 = "${["a", 1]}"
    c100 = { for x in ["a", 1] : x => ["a", 1] }
    c101 = values({ a = null })
    c102 = startswith(join(element(local.ul, 10), formatlist("%s-%s", local.ul, "%s")), join(trimspace(local.s), setunion(local.ls, local.ul)))
    c103 = try(length([local.id]).a, join("x-y", ["a"]))
    c104 = contains(keys({}), local.ul)
    c105 = formatlist("%s-%s", [1, 2], [1, 2])
    c106 = "b"
    c107 = "%s"
    c108 = { for x in distinct(matchkeys(local.ul, tolist(["a"]), ["a"])) : x => { for k, v in zipmap([1, 2], [local.id]) : k => v } }
    c109 = reverse(toset(["b","a"]))
    c110 = md5(replace("%s", "10.0.0.0/16", "true"))
    c111 = trimspace(jsonencode(1000000))
    c112 = zipmap(formatlist("%s-%s", ["a", 1], local.ub), [for x in [] : x if x == { a = "x", b = 2 }])
    c113 = "p-${upper("a")}-s"
    c114 = jsonencode(true)
    c115 = formatlist("%s-%s", [for x in matchkeys([null], [local.id], ["a", 1]) : length(x)], [for x in ["a", 1][*] : x if (true != local.id)])
    c116 = zipmap(setintersection([local.id], [local.id]), [for k, v in local.um : "${k}=${v}"])
    c117 = alltrue([null])
    c118 = tomap(jsondecode(jsonencode({ a = null })))
    c119 = join(trimspace("abc"), split("x-y", "%s"))
    c120 = [for k, v in merge({}, { k = local.id }) : "${k}=${v}"]
    c121 = md5(trimspace("1"))
    c122 = "1"
    c123 = ""
    c124 = issensitive([local.id])
    c125 = toset(["b","a"])
    c126 = range(1.5)
    c127 = sort(setsubtract(tolist(["a"]), ["a", 1]))
    c128 = matchkeys(setsubtract(toset(["b","a"]), []), toset(local.ul), setunion(["a", 1], toset(["b","a"])))
    c129 = tolist(["a"])[*]
    c130 = contains(sort([for k, v in {} : "${k}=${v}"]), [for k, v in tomap({ a = "x" }) : "${k}=${v}"])
    c131 = element(local.ul, local.un)
    c132 = can(element(tolist(["a"]), 0).a)
    c133 = [for x in compact(["a"]) : x]
    c134 = element([1, 2], 1000000)
    c135 = md5("true")
    c136 = tolist(setunion(["a"], ["b", "a"]))
    c137 = upper("%{ for x in toset(["b","a"]) }${x},%{ endfor }")
    c138 = transpose(yamldecode(yamlencode(jsondecode(jsonencode({ k = local.id })))))
    c139 = anytrue([!local.ub, !true])
    c140 = lookup({ a = null }, "abc", "é")
    c141 = false
    c142 = anytrue([(1 < 2), strcontains("", "b")])
    c143 = coalesce(false, trimspace("k"))
    c144 = sort(sort(tolist(["a"])))
    c145 = !true
    c146 = yamlencode("${toset(["b","a"])}")
    c147 = can(null.a)
    c148 = { for x in ["b", "a"] : x => [] }
    c149 = startswith(join("1", tolist(["a"])), format("%s-%v", "%s", toset(["b","a"])))
    c150 = { for k, v in jsondecode(jsonencode((false ? { a = 1 } : local.sm))) : v => k if v != null }
    c151 = keys({ ("a") = local.ub })
    c152 = anytrue([null, (1.5 <= 1.5)])
    c153 = "p-${"true"}-s"
    c154 = setsubtract(["a", 1], ["a"])
    c155 = [for k, v in merge({ a = "x", b = 2 }, local.um) : "${k}=${v}"][*]
    c156 = regexall("[a-z]", join("abc", tolist(["a"])))
    c157 = setintersection([], [])
    c158 = anytrue([false, can("2020-01-01T00:00:00Z")])
    c159 = (can(local.sm.a) ? jsondecode(jsonencode({ a = 1 })) : jsondecode(jsonencode({ k = local.id })))
    c160 = coalescelist(setproduct([null], tolist(["a"])), setsubtract([local.id], [local.id]))
    c161 = split("p-${lookup({ a = "x", b = 2 }, local.id, "2020-01-01T00:00:00Z")}-s", lookup({ for k, v in {} : v => k if v != null }, one(local.ul), -1))
    c162 = { a = "é", b = { for k, v in { k = local.id } : v => k if v != null } }
    c163 = setintersection(setintersection([for k, v in tomap({ a = "x" }) : "${k}=${v}"], reverse([local.id])), toset([]))
    c164 = !startswith("true", "a")
    c165 = lookup({ ("a,b") = false }, substr("k", 10, 1), upper("2020-01-01T00:00:00Z"))
    c166 = (1000000 <= 1000000)
    c167 = floor(0)
    c168 = can("%{ if false }y%{ else }${local.ub}%{ endif }".a)
    c169 = transpose({})
    c170 = abs(local.un)
    c171 = startswith("%s", "x-y")
    c172 = sort(["b", "a"])
    c173 = "10.0.0.0/16"
    c174 = tolist(regexall("[a-z]", "a"))
    c175 = regexall("[a-z]", md5("abc"))
    c176 = join(join("é", ["b", "a"]), [for k, v in merge({ k = local.id }, local.sm) : "${k}=${v}"])
    c177 = abs(1)
    c178 = jsonencode(local.s)
    c179 = "${{ ("2020-01-01T00:00:00Z") = 10 }}"
    c180 = setunion(try(tolist(local.un), []), flatten([["b", "a"], "2020-01-01T00:00:00Z"]))
    c181 = { for k, v in tomap({ a = 1 }) : v => k if v != null }
    c182 = chunklist(setsubtract([null], local.ls), (true ? 2 : 10))
    c183 = startswith("%{ for x in ["b", "a"] }${x},%{ endfor }", substr("1", local.un, 10))
    c184 = jsondecode(jsonencode(local.um))
    c185 = md5("%s")
    c186 = [for x in [1, 2][*] : x][*]
    c187 = flatten([local.ls, toset(["b","a"])])
    c188 = [[for x in [1, 2] : x if x != null], { ("abc") = "abc" }]
    c189 = setproduct([local.id], [1, 2])
    c190 = { a = { for k, v in { a = null } : v => k if v != null }, b = split("10.0.0.0/16", "%s") }
    c191 = can(local.um.a)
    c192 = { for x in distinct(toset(["b","a"])) : "k" => x... }
    c193 = contains(range(1), max(1000000, 1.5))
    c194 = values(tomap({ a = "x" }))
    c195 = format("%s-%v", 10, (false ? { a = "x", b = 2 } : { a = "x", b = 2 }))
    c196 = compact(regexall("[a-z]", ""))
    c197 = local.ul[*]
    c198 = "%{ for x in [for x in ["b", "a"] : x][*] }${x},%{ endfor }"
    c199 = [for x in [local.id] : x == null]
    c200 = -10
    c201 = [local.id][*]
    c202 = floor(local.un)
    c203 = { for x in setintersection([1, 2], local.ul) : x => zipmap([local.id], [local.id]) }
    c204 = setproduct(local.ls[*], setunion(["a"], ["a"]))
    c205 = { for x in ["a", 1] : x => local.ul }
    c206 = startswith(try({ for k, v in local.um : v => k if v != null }.a, (local.ub ? local.id : "1")), lookup((true ? tomap({ a = "x" }) : tomap({ a = "x" })), trimspace(""), "${local.ub}"))
    c207 = merge(yamldecode(yamlencode({ a = "x", b = 2 })), { a = local.ub, b = -1 })
    c208 = merge({ k = local.id }, tomap({ a = "x" }))
    c209 = format("%s-%v", 0, ["b", "a"])
    c210 = "%{ for x in ["a", 1] }${x},%{ endfor }"
    c211 = yamlencode(sort(sort(["a", 1])))
    c212 = upper(try(-1.a, "1"))
    c213 = merge({ a = "x", b = 2 }, { a = "x", b = 2 })
    c214 = "%{ if local.ub }y%{ else }${["b", "a"]}%{ endif }"
    c215 = yamlencode(compact([null]))
    c216 = strcontains("é", "%s")
    c217 = values({ for x in tolist(["a"]) : x => 10 })
    c218 = setsubtract(setsubtract(["a", 1], toset(["b","a"])), setunion([local.id], toset(["b","a"])))
    c219 = -1
    c220 = setunion(keys({ ("é") = "2020-01-01T00:00:00Z" }), flatten([concat(["a"], local.ls), [local.id, 0.1]]))
    c221 = (can(false) ? "%{ if true }y%{ else }${10}%{ endif }" : 0.1)
    c222 = "%{ if local.ub }y%{ else }${10}%{ endif }"
    c223 = coalescelist(tolist(["a", 1]), [for x in ["b", "a"] : x])
    c224 = [for x in local.ul : x][*]
    c225 = startswith("b", "a")
    c226 = keys({ a = 1 })
    c227 = concat(["a", 1], local.ul)[*]
    c228 = tolist(toset(["b","a"]))
    c229 = jsonencode(["a"])
    c230 = (false ? { k = local.id } : { a = null })
    c231 = can(try(tolist(formatlist("%s-%s", local.ls, 1000000)), []))
    c232 = transpose({ for k, v in zipmap(["a"], [local.id]) : v => k if v != null })
    c233 = [for x in ["a"] : x == null]
    c234 = (local.sm == tolist(["a"]))
    c235 = try(tolist(["b", "a"]), [])
    c236 = (floor(1.5) <= length(tomap({ a = "x" })))
    c237 = one(try(tolist(-1), []))
    c238 = split("a,b", "1")
    c239 = concat([1, 2], [1, 2])
    c240 = trimspace(md5(local.id))
    c241 = { for k, v in (false ? { k = local.id } : { a = null }) : k => v == null }
    c242 = setintersection((true ? ["b", "a"] : [null]), [for x in ["a", 1] : x])
    c243 = setsubtract(setsubtract([1, 2], [local.id]), range(1.5))
    c244 = issensitive(abs(tonumber(1)))
    c245 = !(0.1 <= 1000000)
    c246 = "${!local.ub}"
    c247 = setintersection(toset(["b","a"]), [null])
    c248 = can(issensitive(floor(10)).a)
    c249 = toset(tolist(["a"]))
    c250 = upper(local.id)
    c251 = tonumber(local.un)
    c252 = try(tolist((false ? [null] : ["a"])), [])
    c253 = jsondecode(jsonencode({ a = 1 }))
    c254 = base64encode("%{ if local.ub }y%{ else }${"b"}%{ endif }")
    c255 = [for x in local.ls : x if x != null]
    c256 = [[], ["a", 1]]
    c257 = jsonencode((-1 * -1))
    c258 = md5("k")
    c259 = (merge({ a = 1 }, {}) != flatten([["b", "a"], tolist(["a"])]))
    c260 = parseint(substr("%{ if local.ub }y%{ else }${{ a = 1 }}%{ endif }", (local.ub ? 0.1 : 1000000), abs(2)), 10)
    c261 = "abc"
    c262 = "%{ if startswith("10.0.0.0/16", "1") }y%{ else }${length(true)}%{ endif }"
    c263 = contains([1, 2], toset(["b","a"]))
    c264 = yamldecode(yamlencode({ a = 1 }))
    c265 = toset(local.ul)
    c266 = local.um
    c267 = md5(md5(one(local.ul)))
    c268 = [for x in [for x in reverse([null]) : x == null] : x][*]
    c269 = split("${"a"}", join("a", []))
    c270 = []
    c271 = length("é")
    c272 = format("%s-%v", [for x in local.ul : [x]], abs(1000000))
    c273 = join("%{ for x in local.ul }${x},%{ endfor }", regexall("[a-z]", "é"))
    c274 = merge(tomap({ a = "x" }), { a = 1 })
    c275 = can({ for x in ["b", "a"] : "k" => x... })
    c276 = formatlist("%s-%s", ["a"], "x-y")
    c277 = { for x in [for x in [for k, v in {} : "${k}=${v}"] : x if x == yamldecode(yamlencode({ a = null }))] : "k" => x... }
    c278 = "%{ if !false }y%{ else }${signum(2)}%{ endif }"
    c279 = chunklist(coalescelist([local.id], tolist(["a"])), signum(1000000))
    c280 = contains(tolist(["a"]), [])
    c281 = merge({ a = null }, {})
    c282 = lookup({ ("") = { a = "x", b = 2 } }, (local.ub ? "a,b" : "b"), base64encode("a,b"))
    c283 = "${trimspace(trimspace("b"))}"
    c284 = join("2020-01-01T00:00:00Z", split("é", "x-y"))
    c285 = setintersection(compact([1, 2]), [for x in compact([local.id]) : x][*])
    c286 = coalescelist(setsubtract(local.ul, []), reverse(tolist(["a"])))
    c287 = concat([], [null])
    c288 = zipmap(setunion(["b", "a"], ["b", "a"]), tolist(local.ls))
    c289 = toset([1, 2])
    c290 = "${index(local.ul, -1)}"
    c291 = [for x in (!false ? setintersection(toset(["b","a"]), ["a", 1]) : (false ? ["b", "a"] : toset(["b","a"]))) : x][*]
    c292 = formatlist("%s-%s", [], local.sm)
    c293 = tolist(["a"])
    c294 = merge(jsondecode(jsonencode({ k = local.id })), (local.ub ? local.um : tomap({ a = "x" })))
    c295 = "p-${"p-${"1"}-s"}-s"
    c296 = strcontains(join("2020-01-01T00:00:00Z", [local.id]), replace("x-y", "abc", local.id))
    c297 = [for x in formatlist("%s-%s", local.ul, [local.id]) : x if x != null]
    c298 = zipmap(toset(["b","a"]), ["b", "a"])
    c299 = compact(["a", 1])
    c300 = !strcontains("a,b", "a")
    c301 = contains(toset(["b","a"]), [])
    c302 = merge(local.sm, { a = "x", b = 2 })
    c303 = tomap(tomap({ k = local.id }))
    c304 = replace(trimspace(local.s), replace("é", "k", "a"), yamlencode("true"))
    c305 = [[for k, v in local.sm : "${k}=${v}"], floor(0)]
    c306 = { for k, v in { k = local.id } : k => [v] }
    c307 = "${local.ub}"
    c308 = floor(-2)
    c309 = yamlencode(toset([local.id]))
    c310 = sum(local.ul)
    c311 = concat(["b", "a"], [local.id])
    c312 = [for x in split("10.0.0.0/16", "true") : x][*]
    c313 = lookup({ a = "x", b = 2 }, "10.0.0.0/16", "")
    c314 = (true ? 1000000 : 2)
    c315 = 10
    c316 = range(-0)
    c317 = (false ? 10 : 0.1)
    c318 = join("%{ if true }y%{ else }${local.id}%{ endif }", toset(local.ls))
    c319 = flatten([sort([1, 2]), floor(1.5)])
    c320 = [for x in try(tolist(["a", 1]), []) : upper(x)]
    c321 = yamldecode(yamlencode(yamldecode(yamlencode(local.um))))
    c322 = { for x in try(tolist(tolist(["a"])), []) : "k" => x... }
    c323 = yamldecode(yamlencode(jsondecode(jsonencode({ a = 1 }))))
    c324 = yamldecode(yamlencode(local.um))
    c325 = { for k, v in { k = local.id } : k => v == null }
    c326 = alltrue(setintersection([null], [local.id]))
    c327 = (10 < max(0.1, 1))
    c328 = trimspace(tostring(-1))
    c329 = issensitive(setunion(toset(["b","a"]), [1, 2]))
    c330 = "${["b", "a"]}"
    c331 = base64encode("p-${"true"}-s")
    c332 = element(tolist(["a"]), 2)
    c333 = try(tolist("%{ for x in local.ul }${x},%{ endfor }"), [])
    c334 = setproduct(["2020-01-01T00:00:00Z", "10.0.0.0/16"], [for x in [null] : x if x != null])
    c335 = try(coalesce("10.0.0.0/16", "abc").a, join("abc", local.ls))
    c336 = toset(values(local.sm))
    c337 = { for k, v in tomap(tomap({ a = "x" })) : v => k if v != null }
    c338 = strcontains(substr("2020-01-01T00:00:00Z", 10, 1), md5("x-y"))
    c339 = md5("1")
    c340 = ["a,b", "x-y"]
    c341 = compact(formatlist("%s-%s", [null], { k = local.id }))
    c342 = strcontains("%s", local.s)
    c343 = trimspace(jsonencode(-1))
    c344 = try(reverse([local.id]).a, coalesce("x-y", "b"))
    c345 = "${[null]}"
    c346 = try("k".a, "b")
    c347 = [for x in split("1", "x-y") : [x]]
    c348 = try(tolist(tolist(["a"])), [])
    c349 = join(yamlencode(false), [for x in toset(["b","a"]) : length(x)])
    c350 = -0.1
    c351 = trimspace("x-y")
  }
}

# Terraform refuses each of these.
output "refused" {
  value = [
    can(startswith("%{ if local.ub }y%{ else }${tolist(["a"])}%{ endif }", "%{ for x in [null] }${x},%{ endfor }")),
    can(substr(tostring(10), max(1, 0), 1.5)),
    can((sum([]) >= signum(-1))),
    can(zipmap(range(0.1), chunklist([], 1.5))),
    can("%{ if false }y%{ else }${{ k = local.id }}%{ endif }"),
    can(tonumber("10.0.0.0/16")),
    can(slice(values({ ("a,b") = toset(["b","a"]) }), index(sort(["b", "a"]), (false ? ["a", 1] : ["a"])), (can(local.ub) ? abs(1) : index(["a", 1], "abc")))),
    can(zipmap(reverse(local.ls), keys({ a = 1 }))),
    can(tonumber(tolist(["a"])[*])),
    can(alltrue(["a", 1])),
    can(substr((false ? local.s : false), parseint("2020-01-01T00:00:00Z", 10), -10)),
    can(join(substr("true", 0.1, 2), setproduct(["a"], local.ul))),
    can(slice(try(tolist(["a", 1]), []), -10, max(1000000, -1))),
    can(signum(-index(toset(["b","a"]), "%s"))),
    can(transpose(tomap((true ? local.sm : tomap({ a = "x" }))))),
    can(parseint("%s", 10)),
    can(sum(reverse(toset(["b","a"])))),
    can(reverse(tonumber([]))),
    can(keys(zipmap([null], [null]))),
    can((max(max(1.5, 10), abs(2)) >= -sum(["a"]))),
    can(substr("p-${"%{ if false }y%{ else }${tolist(["a"])}%{ endif }"}-s", (alltrue(tolist(["a"])) ? tonumber(true) : (local.ub ? 1000000 : -1)), index(regexall("[a-z]", "abc"), { ("a,b") = { a = 1 } }))),
    can(zipmap([null], toset(["b","a"]))),
    can(parseint(jsonencode("a"), 10)),
    can(join(trimspace(try("true".a, "")), flatten([[null, false], upper("")]))),
    can(chunklist(slice(tolist(["a"]), 10, 0.1), tonumber([null]))),
    can(tostring(index(flatten([toset(["b","a"]), tolist(["a"])]), can("1")))),
    can(transpose("${0}")),
    can(zipmap(setsubtract(local.ls, ["a"]), reverse(toset(["b","a"])))),
    can(one(distinct([1, 2]))),
    can(signum((alltrue(tolist(["a"])) ? (0.1 - 10) : floor(2)))),
    can(toset(setsubtract("1", toset(["b","a"])))),
    can(length(false)),
    can(replace(tostring({ a = 1 }), "p-${"a,b"}-s", "é")),
    can(startswith(substr("1", 0.1, 0), coalesce(local.s, "abc"))),
    can(signum(chunklist(local.ls, 1000000))),
    can(transpose(yamldecode(yamlencode({ for x in ["b", "a"] : x => null })))),
    can(transpose({ a = "x", b = 2 })),
    can(one(["a", 1])),
    can({ for x in sort(true) : "k" => x... }),
    can((("a" ? { a = toset(["b","a"]), b = "" } : zipmap(local.ls, ["b", "a"])) == { for k, v in { for x in [null] : "k" => x... } : v => k if v != null })),
    can((startswith("%s", "1") ? { for k, v in { k = local.id } : k => [v] } : (local.ub ? { k = local.id } : tomap({ a = "x" })))),
    can(index(["b", "a"], [null])),
    can(substr(replace(jsonencode(local.sm), one([local.id]), trimspace("2020-01-01T00:00:00Z")), 1000000, floor(parseint("2020-01-01T00:00:00Z", 10)))),
    can(!(parseint("true", 10) < (-1 % -1))),
    can((tonumber({ a = "x", b = 2 }) >= (10 * 1.5))),
    can(substr(join(jsonencode({ a = 1 }), [for x in ["b", "a"] : x][*]), -(true ? 2 : 0), index(setproduct(tolist(["a"]), tolist(["a"])), element([], -1)))),
    can(contains(setproduct([1, 2], local.ul), substr(local.s, 1000000, 0.1))),
    can(concat(setintersection([for k, v in tomap({ a = "x" }) : "${k}=${v}"], [1, 2][*]), setsubtract(keys({ a = null }), chunklist(local.ul, 1000000)))),
    can([element(compact(toset(["b","a"])), tonumber({ k = local.id })), "abc"]),
    can((sum(local.ls) * floor(0))),
    can(abs(-tonumber("10.0.0.0/16"))),
    can(formatlist("%s-%s", [for k, v in { a = 1 } : "${k}=${v}"], tomap({ a = "x", b = 2 }))),
    can(formatlist("%s-%s", tolist(["b", "a"]), regexall("[a-z]", "true"))),
    can(replace(trimspace("true"), "p-${"2020-01-01T00:00:00Z"}-s", one(toset(["b","a"])))),
    can(tostring(compact(distinct(local.ul)))),
    can(!alltrue([1, 2])),
    can(tonumber([for x in flatten([[1, 2], local.ls]) : x][*])),
    can("%{ for x in [null] }${x},%{ endfor }"),
    can(slice(setintersection(["a", 1], [null]), length("x-y"), floor(1000000))),
    can(concat(tolist([local.id]), setsubtract(tolist(["a"]), local.ul))),
    can(index(compact(local.ls), { a = { k = local.id }, b = { a = 1 } })),
    can(matchkeys([], [1, 2], [null])),
    can((strcontains(local.s, "a,b") ? 1.5 : [])),
    can(formatlist("%s-%s", [local.ls, false], { for k, v in tomap({ a = "x" }) : v => k if v != null })),
    can({ for x in chunklist(["b", "a"], 1.5) : x => "%{ for x in ["a"] }${x},%{ endfor }" }),
    can(element(distinct(slice([null], 1.5, 1000000)), floor(0.1))),
    can(element(matchkeys(["b", "a"], [1, 2], toset(["b","a"])), sum(try(tolist(1), [])))),
    can(trimspace(one(toset(["b","a"])))),
    can({ ((false ? "abc" : toset(["b","a"]))) = yamldecode(yamlencode({})) }),
    can(([][*] * (index(["a", 1], toset(["b","a"])) * abs(0)))),
    can(strcontains(substr("%s", 1, 0.1), "${"b"}")),
    can(sum(toset(["b","a"]))),
    can(tonumber([1, 2])),
    can({ for k, v in transpose(tomap({ a = "x" })) : v => k if v != null }),
    can(transpose(local.sm)),
    can(jsondecode(jsonencode(jsondecode(jsonencode(zipmap([1, 2], ["a"])))))),
    can(abs(sum(local.ls))),
    can(tomap(zipmap(["a", 1], [local.id]))),
    can(chunklist(reverse(["a", 1]), (false ? 10 : 0.1))),
    can((floor(abs(1000000)) - tonumber(startswith("b", "true")))),
    can(setintersection((local.ub ? local.ls : local.ls), coalescelist(["a", 1], toset(["b","a"])))),
    can(index([for x in [] : x][*], tonumber(tolist(["a"])))),
    can(tonumber(transpose(tomap({ a = "x" })))),
    can(substr(element(toset(["b","a"]), 1), (0 / 1.5), signum(0))),
    can(anytrue([alltrue(local.ls), anytrue([false, true])])),
    can(transpose(tomap({ a = "x" }))),
    can(yamldecode(yamlencode(zipmap(local.ls, [])))),
    can(alltrue([coalescelist(["b", "a"], tolist(["a"])), compact([])])),
    can(setintersection(formatlist("%s-%s", distinct(["a"]), element([local.id], 1.5)), [for x in coalescelist([local.id], [null]) : x if x != null])),
    can(zipmap(chunklist(["b", "a"], 1.5), keys({ k = local.id }))),
    can(format("%s-%v", (["b", "a"] != trimspace("10.0.0.0/16")), "%{ if startswith("2020-01-01T00:00:00Z", "10.0.0.0/16") }y%{ else }${setintersection(["a", 1], tolist(["a"]))}%{ endif }")),
    can([for k, v in { for k, v in { k = local.id } : k => [v] } : "${k}=${v}"]),
    can(trimspace(element([for x in tolist(["a"]) : x][*], 0.1))),
    can(abs(tonumber("abc"))),
    can((anytrue([true, false]) ? zipmap(toset(["b","a"]), tolist(["a"])) : transpose(local.um))),
    can(tobool(try(local.sm.a, "a"))),
    can((values(local.um) != substr("abc", 1000000, 0.1))),
    can(base64encode(tostring(local.ul))),
    can(lookup(yamldecode(yamlencode({})), one([]), one(local.ls))),
    can(sum(tolist(["b", "a"]))),
    can([for k, v in tomap({ a = null }) : "${k}=${v}"]),
    can(element(compact(local.ls), { a = null })),
    can([for x in sort([local.id]) : x if tobool(abs(-1))]),
    can(setproduct(reverse(false), [for x in toset([local.id]) : x if x == { for x in tolist(["a"]) : "k" => x... }])),
    can(index([1, 2], zipmap([], toset(["b","a"])))),
    can(replace(one(local.ls), base64encode(local.s), substr("2020-01-01T00:00:00Z", 1, 0))),
    can(zipmap(tolist(["a"]), [])),
    can(format("%s-%v", "${tomap({ a = "x" })}", abs(2))),
    can(strcontains({ a = null }, upper("k"))),
    can(substr(trimspace(replace("a,b", "2020-01-01T00:00:00Z", "a,b")), (tonumber({ k = local.id }) - sum(tolist(["a"]))), -max(10, 10))),
    can("%{ if strcontains("%s", local.s) }y%{ else }${merge({ a = "x", b = 2 }, { a = "x", b = 2 })}%{ endif }"),
    can(tostring({ a = null })),
    can(-[1, 2]),
    can(startswith(tomap({ a = "x" }), tostring("a,b"))),
    can(substr("1", 0.1, 0)),
    can(signum(length(2))),
    can(contains([for x in slice([null], 0.1, 0.1) : x][*], coalesce(tostring(2), "p-${"2020-01-01T00:00:00Z"}-s"))),
    can(one(toset(local.ls))),
    can(matchkeys(["a"], [], [1, 2])),
    can(one(["b", "a"])),
    can(merge(yamldecode(yamlencode(local.sm)), transpose(local.sm))),
    can(element(formatlist("%s-%s", [1, 2], "k"), [])),
    can(one(formatlist("%s-%s", toset(["b","a"]), false))),
    can(tonumber(element(flatten([tolist(["a"]), local.ub]), abs(0.1)))),
    can({ a = sum(tolist(["a"])), b = 2 }),
    can(tonumber({ for x in ["b", "a"] : "k" => x... })),
    can(chunklist(range(1000000), signum(1000000))),
    can(slice(try(tolist("%s"), []), 0, index({ a = null }, can([1, 2].a)))),
    can((alltrue(["a"]) ? { for x in local.ls : x => 1.5 } : tomap({}))),
    can(substr("", 0, 1.5)),
    can([distinct(tolist([])), element(setunion(["b", "a"], [null]), floor(local.un))]),
    can((-1.5 - sum(toset(["b","a"])))),
    can((parseint((false ? "1" : ["a"]), 10) * signum(index([1, 2], toset(["b","a"]))))),
    can(tostring(tolist(["a"]))),
    can(slice((false ? "1" : "1"), length(sum(local.ul)), floor((false ? 1 : 10)))),
  ]
}
