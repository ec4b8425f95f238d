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
    c0 = {}
    c1 = can("a,b".a)
    c2 = null
    c3 = contains(["a"], {})
    c4 = { (try({ k = local.id }.a, "x-y")) = contains([], 0) }
    c5 = slice(values({ k = local.id }), floor(0.1), floor(1))
    c6 = setunion([local.id], [1, 2])
    c7 = 0
    c8 = -floor(0)
    c9 = { for k, v in zipmap([local.id], ["a", 1]) : k => v }
    c10 = tolist(split(local.id, "abc"))
    c11 = "%{ if issensitive(local.ub) }y%{ else }${max(local.un, -1)}%{ endif }"
    c12 = local.ub
    c13 = anytrue([!true, contains(compact(["a", 1]), sort(tolist(["a"])))])
    c14 = [for x in local.ul : upper(x)]
    c15 = compact(local.ul)
    c16 = coalesce(local.id, "b")
    c17 = one([for x in [] : x][*])
    c18 = join(jsonencode([]), setintersection(["b", "a"], local.ul))
    c19 = one(reverse(try(tolist(""), [])))
    c20 = [{ a = 1 }, "%s"]
    c21 = "${[null]}"
    c22 = base64encode(substr("%s", 1.5, local.un))
    c23 = split("b", "b")
    c24 = zipmap(tolist(["a"]), ["a"])
    c25 = try(tolist([for x in values({ a = "x", b = 2 }) : x][*]), [])
    c26 = can({})
    c27 = matchkeys(chunklist([], 10), try(tolist([local.id]), []), matchkeys([null], tolist(["a"]), [local.id]))
    c28 = toset(values(tomap({ a = "x" })))
    c29 = "p-${local.s}-s"
    c30 = can(values({ a = 1 }))
    c31 = format("%s-%v", null, true)
    c32 = trimspace(join("%s", local.ls))
    c33 = range(floor(-1))
    c34 = [for x in keys({ a = 1 }) : x if startswith("abc", "2020-01-01T00:00:00Z")]
    c35 = length({ (local.s) = { k = local.id } })
    c36 = startswith(jsonencode("1"), "p-${"b"}-s")
    c37 = -1
    c38 = base64encode("abc")
    c39 = format("%s-%v", setintersection(local.ls, local.ul), upper("a,b"))
    c40 = matchkeys(setunion(regexall("[a-z]", "x-y"), keys({ a = 1 })), regexall("[a-z]", "${local.id}"), reverse(values({ a = 1 })))
    c41 = base64encode("a,b")
    c42 = (true ? 1.5 : 1)
    c43 = replace(yamlencode("2020-01-01T00:00:00Z"), upper("a"), "p-${""}-s")
    c44 = coalescelist(tolist(toset(["b","a"])), split("a", "abc"))
    c45 = formatlist("%s-%s", local.ul[*], yamldecode(yamlencode({ k = local.id })))
    c46 = alltrue(try(tolist(tomap({ a = "x" })), []))
    c47 = yamlencode(["a"][*])
    c48 = (local.ub ? "2020-01-01T00:00:00Z" : local.ub)
    c49 = signum((-1 * -1))
    c50 = setunion(keys({ for k, v in tomap({ a = "x" }) : v => k if v != null }), flatten([distinct([]), md5("2020-01-01T00:00:00Z")]))
    c51 = split("x-y", local.id)
    c52 = values(zipmap([], []))
    c53 = contains([1, 2], local.um)
    c54 = range(max(-1, 10))
    c55 = { a = { for k, v in { k = local.id } : v => k if v != null }, b = startswith(local.id, "x-y") }
    c56 = "p-${try(["a"].a, "é")}-s"
    c57 = setintersection([], ["a", 1])
    c58 = element(["b", "a"], 0)
    c59 = !false
    c60 = contains(tolist(tolist(["a"])), (false ? {} : { a = "x", b = 2 }))
    c61 = tomap({ a = 1 })
    c62 = try("1".a, "")
    c63 = distinct(coalescelist([for k, v in {} : "${k}=${v}"], tolist([null])))
    c64 = join("abc", toset(["b","a"]))
    c65 = merge(tomap({ a = "x" }), local.um)
    c66 = toset(chunklist(["b", "a"], 10))
    c67 = keys(local.um)
    c68 = tolist([])
    c69 = md5("10.0.0.0/16")
    c70 = values({ k = local.id })
    c71 = coalescelist(["a"][*], [for x in ["a"] : [x]])
    c72 = false
    c73 = "%{ for x in local.ls }${x},%{ endfor }"
    c74 = join(join("x-y", toset(["b","a"])), formatlist("%s-%s", [], 1.5))
    c75 = range(10)
    c76 = formatlist("%s-%s", regexall("[a-z]", "10.0.0.0/16"), (local.ub ? ["a"] : tolist(["a"])))
    c77 = "%{ for x in local.ul }${x},%{ endfor }"
    c78 = (1.5 >= 2)
    c79 = tostring(md5("true"))
    c80 = coalesce("abc", "é")
    c81 = toset(chunklist(["a"], 0))
    c82 = distinct([1, 2])
    c83 = toset([local.id])
    c84 = can(-1)
    c85 = "b"
    c86 = "é"
    c87 = { a = jsondecode(jsonencode(yamldecode(yamlencode(local.sm)))), b = signum(length(local.s)) }
    c88 = "%{ if can("1".a) }y%{ else }${{ for k, v in local.um : v => k if v != null }}%{ endif }"
    c89 = merge(local.sm, {})
    c90 = format("%s-%v", [local.id], null)
    c91 = reverse(flatten([flatten([local.ls, "2020-01-01T00:00:00Z"]), (false ? [null] : local.ls)]))
    c92 = try(tolist(tonumber({ for x in ["a", 1] : x => { a = null } })), [])
    c93 = base64encode(upper(coalesce("1", "%s")))
    c94 = strcontains("k", "true")
    c95 = floor(local.un)
    c96 = "%{ for x in ["b", "a"] }${x},%{ endfor }"
    c97 = abs(1.5)
    c98 = setsubtract([for k, v in tomap({ a = "x" }) : "${k}=${v}"], coalescelist(tolist(["a"]), ["b", "a"]))
    c99 = startswith("é", "a")
    c100 = contains(sort([local.id]), (false ? local.un : 1))
    c101 = trimspace(element(["b", "a"], 1000000))
    c102 = can({ for x in tolist(["a"]) : x => local.ul })
    c103 = "%{ if can(yamlencode(local.ls)) }y%{ else }${(({ k = local.id } != { k = local.id }) ? (local.ub ? local.un : -1) : -10)}%{ endif }"
    c104 = contains(distinct([for x in ["a", 1] : x if x != null]), { a = can(null), b = anytrue([true, false]) })
    c105 = strcontains(tostring(0.1), md5("x-y"))
    c106 = coalescelist(compact(["b", "a"]), tolist(tolist(["a"])))
    c107 = base64encode(yamlencode(0.1))
    c108 = { for x in coalescelist([1, 2], ["a", 1]) : x => anytrue([local.ub, local.ub]) }
    c109 = (local.ub != true)
    c110 = "%{ if issensitive("a,b") }y%{ else }${one([local.id])}%{ endif }"
    c111 = (strcontains("x-y", "é") ? [1, 2][*] : setunion(["b", "a"], toset(["b","a"])))
    c112 = jsondecode(jsonencode(yamldecode(yamlencode({}))))
    c113 = !can(-1)
    c114 = replace(element(flatten([["a"], 1000000]), abs(1)), replace(format("%s-%v", true, 1.5), jsonencode(local.ul), element(["a"], local.un)), "%{ if anytrue([false, true]) }y%{ else }${tonumber(local.ul)}%{ endif }")
    c115 = yamlencode([][*])
    c116 = split("k", replace("%s", "a,b", "a,b"))
    c117 = max(2, 2)
    c118 = tolist(["b", "a"])
    c119 = issensitive(local.ls)
    c120 = jsonencode(coalescelist(["a"], local.ul))
    c121 = "%{ if can(toset(["b","a"])) }y%{ else }${zipmap(tolist(["a"]), local.ls)}%{ endif }"
    c122 = yamlencode("%s")
    c123 = base64encode("é")
    c124 = sort([for x in ["b", "a"] : x if x == { k = local.id }])
    c125 = 1
    c126 = abs(1)
    c127 = contains(range(floor(2)), compact([1, 2]))
    c128 = toset(local.ul)
    c129 = trimspace(coalesce("abc", "x-y"))
    c130 = issensitive("abc")
    c131 = "10.0.0.0/16"
    c132 = { for k, v in { for k, v in zipmap([null], local.ul) : v => k if v != null } : v => k if v != null }
    c133 = issensitive(trimspace("abc"))
    c134 = floor(1.5)
    c135 = local.ul[*]
    c136 = { (substr("b", 0, 2)) = distinct(["b", "a"]) }
    c137 = -(true ? 0.1 : -1)
    c138 = range(0)
    c139 = replace(coalesce("b", "2020-01-01T00:00:00Z"), replace("a", "%s", "b"), local.ub)
    c140 = yamldecode(yamlencode({ (local.id) = false }))
    c141 = lookup({ for k, v in {} : v => k if v != null }, coalesce("a,b", "a,b"), join("", [local.id]))
    c142 = setintersection([], local.ls)
    c143 = substr("p-${"a,b"}-s", abs(1000000), abs(1000000))
    c144 = toset(chunklist(["a"], 1000000))[*]
    c145 = can({ a = "x", b = 2 })
    c146 = issensitive(["a"])
    c147 = sum([for x in local.ul : x if x == "abc"])
    c148 = { a = 1 }
    c149 = flatten([regexall("[a-z]", "%{ for x in toset(["b","a"]) }${x},%{ endfor }"), sort(split("true", "a"))])
    c150 = base64encode("x-y")
    c151 = merge({ a = "x", b = 2 }, { a = null })
    c152 = anytrue([can(yamlencode(null)), can(coalesce("é", local.id))])
    c153 = base64encode(format("%s-%v", "k", local.ub))
    c154 = { ("abc") = { a = "x", b = 2 } }
    c155 = "p-${replace(yamlencode(0), base64encode("a,b"), 2)}-s"
    c156 = (setproduct(tolist(["a"]), ["a"]) == (false ? { a = null } : { k = local.id }))
    c157 = values((true ? tomap({ a = "x" }) : {}))
    c158 = element([null], local.un)
    c159 = tolist([for x in [null] : [x]])
    c160 = (0 * 0.1)
    c161 = setunion(distinct(coalescelist([1, 2], ["b", "a"])), reverse(range(2)))
    c162 = "%{ if anytrue([false, true]) }y%{ else }${trimspace("k")}%{ endif }"
    c163 = "%{ for x in compact(reverse(toset(["b","a"]))) }${x},%{ endfor }"
    c164 = "%{ if local.ub }y%{ else }${local.ul}%{ endif }"
    c165 = element(tolist(local.ls), 2)
    c166 = tostring(can(true))
    c167 = md5("b")
    c168 = reverse([])
    c169 = "p-${substr("1", 2, 10)}-s"
    c170 = 1.5
    c171 = { for k, v in { for k, v in tomap({ a = "x" }) : k => [v] } : k => v == null }
    c172 = strcontains("%s", "b")
    c173 = (1 / 1)
    c174 = "%s"
    c175 = try(tolist(!local.ub), [])
    c176 = distinct(setunion([], ["a"]))
    c177 = tolist(sort([local.id]))
    c178 = base64encode(local.s)
    c179 = keys(zipmap(formatlist("%s-%s", local.ul, true), reverse([1, 2])))
    c180 = md5(md5(local.s))
    c181 = replace(local.id, "x-y", "10.0.0.0/16")
    c182 = anytrue([strcontains(false, replace("%s", "a", local.s)), anytrue([startswith("", "b"), startswith("k", "b")])])
    c183 = jsonencode("a")
    c184 = { for x in try(tolist(["a"]), []) : x => chunklist([null], local.un) }
    c185 = concat(["a", 1], local.ls)
    c186 = concat([for x in toset(tolist(["a"])) : x][*], [for x in range(0) : length(x)])
    c187 = strcontains("%{ if true }y%{ else }${{ a = 1 }}%{ endif }", base64encode("true"))
    c188 = true
    c189 = "k"
    c190 = try(tolist(keys({ a = "x", b = 2 })), [])
    c191 = max(max(local.un, 1), (false ? -1 : 1))
    c192 = try(tolist("%{ for x in ["a"] }${x},%{ endfor }"), [])[*]
    c193 = concat([local.id], [local.id])
    c194 = range(length("%s"))
    c195 = local.un
    c196 = can(true)
    c197 = replace(lookup({}, "10.0.0.0/16", "b"), trimspace(""), yamlencode("b"))
    c198 = ["abc", toset(["b","a"])]
    c199 = (1.5 >= 10)
    c200 = [join("a,b", []), (local.ub ? { a = 1 } : { a = "x", b = 2 })]
    c201 = { for x in local.ls : "k" => x... }
    c202 = sort(local.ul)
    c203 = format("%s-%v", local.ul, "k")
    c204 = can(chunklist(["a", 1], 1000000))
    c205 = lookup({ a = "x", b = 2 }, "2020-01-01T00:00:00Z", "true")
    c206 = { for x in [local.id, local.um] : "k" => x... }
    c207 = "p-${"p-${"k"}-s"}-s"
    c208 = [null][*]
    c209 = lookup({}, "%s", "2020-01-01T00:00:00Z")
    c210 = yamldecode(yamlencode(tomap({ a = "x" })))
    c211 = { for k, v in jsondecode(jsonencode({ a = 1 })) : k => [v] }
    c212 = jsonencode(regexall("[a-z]", "k"))
    c213 = { a = "1", b = 0 }
    c214 = chunklist(tolist(["a"]), index([local.id], "true"))
    c215 = reverse(range(-1))
    c216 = "p-${"10.0.0.0/16"}-s"
    c217 = { for k, v in tomap({ a = "x" }) : k => v == null }
    c218 = [for x in distinct(toset(["b","a"])) : x][*]
    c219 = "x-y"
    c220 = replace(local.s, "abc", "")
    c221 = jsondecode(jsonencode(jsondecode(jsonencode(jsondecode(jsonencode({ a = "x", b = 2 }))))))
    c222 = (true ? "1" : -1)
    c223 = try({ k = local.id }.a, "k")
    c224 = [for x in local.ul : x][*]
    c225 = (10 <= 0)
    c226 = (false ? { k = local.id } : { a = null })
    c227 = tostring(true)
    c228 = { for x in regexall("[a-z]", local.id) : x => setproduct(local.ls, local.ls) }
    c229 = sum(sort([1, 2]))
    c230 = setunion(flatten([["a", 1], toset(["b","a"])]), (false ? [null] : []))
    c231 = merge(local.um, { a = 1 })
    c232 = { for k, v in merge(local.um, local.um) : k => v }
    c233 = element(concat(local.ul, tolist(["a"])), (1000000 * local.un))
    c234 = try(tolist(local.ls), [])
    c235 = [for k, v in { for x in values({ a = "x", b = 2 }) : x => chunklist(toset(["b","a"]), local.un) } : "${k}=${v}"]
    c236 = toset(split("a,b", "true"))
    c237 = floor(0)
    c238 = { a = "k", b = local.ub }
    c239 = trimspace("x-y")
    c240 = [for x in [] : x][*]
    c241 = replace("2020-01-01T00:00:00Z", "true", "abc")
    c242 = tonumber((can("%s".a) ? 0 : sum([local.id])))
    c243 = issensitive([for k, v in { a = "x", b = 2 } : "${k}=${v}"])
    c244 = "%{ if ([1, 2] == 1.5) }y%{ else }${startswith("", "x-y")}%{ endif }"
    c245 = base64encode("10.0.0.0/16")
    c246 = can(["b", "a"])
    c247 = signum(1)
    c248 = startswith("1", "a")
    c249 = try(tolist(tomap({ a = "x" })), [])
    c250 = index(local.ul, 1000000)
    c251 = jsondecode(jsonencode(yamldecode(yamlencode({ a = "x", b = 2 }))))
    c252 = { for x in [local.id] : x => "true" }
    c253 = toset(distinct(tolist(["a"])))
    c254 = upper(upper(local.s))
    c255 = local.s
    c256 = try(tolist(sum([1, 2])), [])
    c257 = formatlist("%s-%s", ["a"], 10)
    c258 = sort(setintersection([local.id], [null]))
    c259 = "%{ if local.ub }y%{ else }${try(tolist(strcontains("2020-01-01T00:00:00Z", local.id)), [])}%{ endif }"
    c260 = { (replace("2020-01-01T00:00:00Z", "10.0.0.0/16", "a,b")) = "1" }
    c261 = startswith(base64encode("b"), lookup(tomap({ a = "x" }), local.s, "true"))
    c262 = matchkeys([for x in ["b", "a"] : x][*], reverse(local.ul), matchkeys([local.id], [null], ["b", "a"]))
    c263 = [for x in regexall("[a-z]", "%{ if local.ub }y%{ else }${{ a = null }}%{ endif }") : x][*]
    c264 = { for x in coalescelist([null], ["a"]) : "k" => x... }
    c265 = floor(1000000)
    c266 = setsubtract([], toset(["b","a"]))
    c267 = can([local.id].a)
    c268 = reverse(setsubtract([null], tolist(["a"])))
    c269 = [for x in ["a"] : x]
    c270 = replace("x-y", "10.0.0.0/16", "a")
    c271 = setunion([local.id], ["a"])
    c272 = setsubtract(reverse(["b", "a"]), ["a"][*])
    c273 = yamldecode(yamlencode((local.ub ? { a = null } : {})))
    c274 = yamlencode(1000000)
    c275 = format("%s-%v", 2, "é")
    c276 = { a = "k", b = "é" }
    c277 = { a = null }
    c278 = [for k, v in zipmap([local.id], [1, 2]) : "${k}=${v}"]
    c279 = jsonencode({ for k, v in { a = "x", b = 2 } : v => k if v != null })
    c280 = yamldecode(yamlencode(merge({}, {})))
    c281 = merge(local.um, { k = local.id })
    c282 = try(tolist(true), [])
    c283 = yamldecode(yamlencode({ a = 1 }))
    c284 = (can(0) ? zipmap([local.id], []) : [null])
    c285 = jsonencode([])
    c286 = try("%{ if false }y%{ else }${"x-y"}%{ endif }".a, one(tolist(["a"])))
    c287 = range((2 + 0.1))
    c288 = { for x in regexall("[a-z]", "2020-01-01T00:00:00Z") : x => setintersection(["a", 1], ["a"]) }
    c289 = split(coalesce(format("%s-%v", local.un, ["a"]), md5(local.s)), "%{ if contains([1, 2], {}) }y%{ else }${"%{ if true }y%{ else }${true}%{ endif }"}%{ endif }")
    c290 = coalescelist(setintersection([local.id], local.ul), distinct(local.ul))
    c291 = upper(trimspace(md5("%s")))
    c292 = yamlencode("${local.ul}")
    c293 = replace("x-y", "true", local.id)
    c294 = ((10 >= 0) ? coalesce("a", "1") : zipmap([local.id], ["b", "a"]))
    c295 = try(tolist("k"), [])
    c296 = { for x in toset(["b","a"]) : x => ["b", "a"] }
    c297 = zipmap([local.id], [local.id])
    c298 = max(1, 1.5)
    c299 = (0.1 * -1.5)
    c300 = range((local.ub ? local.un : -1))
    c301 = concat([1, 2], local.ls)
    c302 = { for x in [1, 2] : x => local.ub }
    c303 = contains([null], { k = local.id })
    c304 = ["a", 1]
    c305 = index(toset(local.ul), (2 % 1.5))
    c306 = length("abc")
    c307 = keys({ a = "x", b = 2 })
    c308 = flatten([matchkeys(["a", 1], ["a"], local.ul), range(0)])
    c309 = regexall("[a-z]", "abc")
    c310 = issensitive([for x in tolist(["a"]) : x][*])
    c311 = join(upper("10.0.0.0/16"), split("x-y", "2020-01-01T00:00:00Z"))
    c312 = length({})
    c313 = (true ? tolist(["a"]) : [])
    c314 = jsondecode(jsonencode(tomap({})))
    c315 = contains(toset(["b","a"]), tomap({ a = "x" }))
    c316 = chunklist(compact(["a"]), (local.ub ? 10 : 1))
    c317 = [regexall("[a-z]", "2020-01-01T00:00:00Z"), setsubtract([1, 2], [null])]
    c318 = trimspace(coalesce("abc", "1"))
    c319 = startswith(jsonencode(true), coalesce(local.id, "a,b"))
    c320 = startswith("abc", "a,b")
    c321 = concat(tolist(["a"]), local.ls)
    c322 = (false ? (false ? local.un : 1000000) : length([null]))
    c323 = substr("x-y", 1000000, local.un)
    c324 = { for x in toset(["b","a"]) : "k" => x... }
    c325 = zipmap([local.id], tolist(["a"]))
    c326 = trimspace(upper(yamlencode({ k = local.id })))
    c327 = toset(flatten([tolist(["a"]), 2]))
    c328 = toset(setunion(local.ul, local.ls))
    c329 = { for x in distinct(["b", "a"]) : x => startswith("", "x-y") }
    c330 = md5(format("%s-%v", 0.1, "b"))
    c331 = local.id
    c332 = contains(setunion(local.ul, local.ls), try(tolist(-1), []))
    c333 = zipmap(toset(["b","a"])[*], [for x in local.ls : x if true])
    c334 = trimspace(local.s)
    c335 = distinct([])
    c336 = (false ? parseint("2020-01-01T00:00:00Z", 10) : (true ? 1000000 : 10))
    c337 = "a"
    c338 = tonumber(10)
    c339 = trimspace(upper("2020-01-01T00:00:00Z"))
    c340 = signum((local.ub ? local.un : 1000000))
    c341 = yamldecode(yamlencode({}))
    c342 = formatlist("%s-%s", ["a"], "2020-01-01T00:00:00Z")[*]
    c343 = "2020-01-01T00:00:00Z"
    c344 = upper("abc")
    c345 = tomap({ a = "x" })
    c346 = max(max(local.un, 0.1), -10)
    c347 = (false ? tolist(["a"]) : local.ls)
    c348 = { for k, v in { k = local.id } : v => k if v != null }
    c349 = -1.5
    c350 = jsondecode(jsonencode({ for k, v in { k = local.id } : v => k if v != null }))
    c351 = can(local.ub.a)
    c352 = { (try(local.ls.a, "2020-01-01T00:00:00Z")) = [for x in [1, 2] : x if true] }
    c353 = tomap({ a = "x", b = 2 })
    c354 = (local.ub ? local.sm : { k = local.id })
    c355 = [for x in split("é", "true") : x if x != null]
    c356 = reverse(["b", "a"])
    c357 = yamldecode(yamlencode(local.sm))
    c358 = strcontains("p-${"b"}-s", tostring("b"))
    c359 = regexall("[a-z]", local.s)
    c360 = tomap((false ? { k = local.id } : {}))
    c361 = base64encode("%{ if local.ub }y%{ else }${tobool(tomap({ a = "x" }))}%{ endif }")
    c362 = lookup(local.um, "abc", local.s)
    c363 = jsondecode(jsonencode({ a = 1 }))
    c364 = (2 * 1.5)
    c365 = (issensitive(["a"]) ? toset(toset(["b","a"])) : [for x in local.ls : x])
  }
}

# Terraform refuses each of these.
output "refused" {
  value = [
    can(zipmap(tolist(["a"]), ["b", "a"])),
    can(transpose(tomap({ a = "x", b = 2 }))),
    can(one(toset(["b","a"]))),
    can(substr(element(["b", "a"], 10), tonumber([null]), signum(1.5))),
    can(regexall("[a-z]", format("%s-%v", { a = null }, []))),
    can(sum([])),
    can({ for x in range(1000000) : x => abs(1.5) }),
    can(alltrue(["a", 1])),
    can((tonumber([local.id]) * parseint("true", 10))),
    can(max(true, signum(0.1))),
    can(parseint((-1 <= 1000000), 10)),
    can(setproduct(slice(distinct(["b", "a"]), sum(["a"]), floor(1.5)), setunion(try(tolist(2), []), coalescelist([], ["b", "a"])))),
    can(transpose({ a = null })),
    can("%{ for x in chunklist([null], 0) }${x},%{ endfor }"),
    can({ for k, v in transpose(transpose(tomap({ a = "x" }))) : k => [v] }),
    can(index(flatten([["b", "a"], local.ub]), tostring(0))),
    can(sum(local.ls)),
    can((true ? { k = local.id } : (false ? 2 : 0.1))),
    can(tostring(transpose(tomap(tomap({ a = "x" }))))),
    can(alltrue(local.ls)),
    can(regexall("[a-z]", "${[null]}")),
    can(anytrue([false, tobool({ a = "x", b = 2 })])),
    can(index(reverse([null]), length(true))),
    can(parseint("2020-01-01T00:00:00Z", 10)),
    can(lookup({ for x in ["b", "a"] : x => true }, "%{ if local.ub }y%{ else }${tolist(["a"])}%{ endif }", element(toset(["b","a"]), -1))),
    can(tobool([for k, v in { a = 1 } : "${k}=${v}"])),
    can(tobool("a,b")),
    can(slice(values({ a = 1 }), (true ? 2 : local.un), length("x-y"))),
    can(one([1, 2])),
    can(strcontains((false ? "1" : [1, 2]), upper("k"))),
    can(startswith(format("%s-%v", values({ a = 1 }), tobool(true)), base64encode(local.um))),
    can(!alltrue(compact(["b", "a"]))),
    can(range(parseint("${"é"}", 10))),
    can(alltrue(coalescelist(local.ls[*], setintersection(local.ul, ["a", 1])))),
    can([for k, v in { a = null } : "${k}=${v}"]),
    can(tonumber(distinct(tolist(["a"])))),
    can(tostring(toset([1, 2]))),
    can(split(try(false.a, "b"), "${["a"]}")),
    can(startswith(tostring([null]), replace("true", "b", "abc"))),
    can(tobool("%{ for x in [null] }${x},%{ endfor }")),
    can([for x in 10 : x if x == try(tolist(false), [])]),
    can(flatten([split(jsonencode({ a = 1 }), ["a", 1]), chunklist([local.id], local.un)])),
    can(merge({ for k, v in transpose({ a = null }) : v => k if v != null }, { for k, v in yamldecode(yamlencode({ k = local.id })) : v => k if v != null })),
    can(alltrue(["b", "a"])),
    can(substr("2020-01-01T00:00:00Z", 10, 1.5)),
    can(transpose("k")),
    can(merge(merge({ a = 0.1, b = [local.id] }, { for x in ["a", 1] : "k" => x... }), merge({ for k, v in { k = local.id } : k => v }, true))),
    can((length({}) < parseint(local.s, 10))),
    can(tobool(format("%s-%v", ["a", 1], true))),
    can(distinct([for k, v in "abc" : "${k}=${v}"])),
    can(base64encode(format("%s-%v", local.sm, "a,b"))),
    can({ for x in slice(local.ls, -1, 0) : x => { a = null } }),
    can(abs(parseint("%s", 10))),
    can(coalescelist(1, setunion([local.id], tolist(["a"])))),
    can(join(one(tolist(["a"])), setproduct(["b", "a"], ["a"]))),
    can(trimspace(merge({}, { a = "x", b = 2 }))),
    can(zipmap(local.ub, distinct(["a", 1]))),
    can(split(tostring("x-y"), "${[local.id]}")),
    can("%{ if alltrue(local.ls) }y%{ else }${{ k = local.id }}%{ endif }"),
    can("p-${tostring([local.id])}-s"),
    can({ for x in setunion([null], local.ls)[*] : x => (true ? trimspace("k") : coalesce("", "a,b")) }),
    can(distinct(formatlist("%s-%s", matchkeys([1, 2], ["a", 1], [1, 2]), index(["b", "a"], "true")))),
    can({ for x in slice(toset(["b","a"]), 1, 1000000) : x => [for x in tolist(["a"]) : x if x == tolist(["a"])] }),
    can(chunklist(toset(["b","a"])[*], [local.id])),
    can(replace(base64encode(""), format("%s-%v", [null], "x-y"), yamlencode({ k = local.id }))),
    can(sum(concat(["b", "a"], ["b", "a"]))),
    can(matchkeys(2, split("1", "k"), ["a"][*])),
    can(setproduct(((1000000 > 2) ? setproduct([], []) : "x-y"), reverse(toset(local.ls)))),
    can({ for k, v in transpose({ ("a,b") = false }) : v => k if v != null }),
    can(signum("10.0.0.0/16")),
    can(([null] % tonumber(1))),
    can(tobool("10.0.0.0/16")),
    can(alltrue(-1)),
    can(tomap({ a = tolist(["a"]), b = true })),
    can(one(["a", 1])),
    can(coalescelist(toset(["b","a"]), [null])),
    can(signum((false ? 1000000 : 1.5))),
    can(length(can(local.sm))),
    can((signum(1.5) + signum(0.1))),
    can(tonumber(parseint("abc", 10))),
    can(slice(sort([1, 2]), -2, 0)),
    can(tostring([for x in toset(["b","a"]) : x][*])),
    can({ for k, v in { for k, v in { for x in ["a"] : "k" => x... } : v => k if v != null } : k => v == null }),
    can((setproduct([1, 2], toset(["b","a"])) != sum(toset(["b","a"])))),
    can(parseint("a", 10)),
    can("%{ if tobool("abc") }y%{ else }${(0.1 - 2)}%{ endif }"),
    can(tonumber(tomap({ a = "x" }))),
    can(chunklist(sort(local.un), sum(matchkeys(toset(["b","a"]), ["b", "a"], ["a", 1])))),
    can(abs(tonumber(coalescelist(["b", "a"], [])))),
    can(yamlencode(sum("10.0.0.0/16"))),
    can(sum([for x in ["b", "a"] : x if x == -1])),
    can({ a = element(toset(["b","a"]), 2), b = can(true) }),
    can(one([toset([local.id]), join("é", [1, 2])])),
    can(signum(1.5)),
    can(anytrue([tobool(local.sm), can(local.un)])),
    can(substr(jsonencode(strcontains("a", "a,b")), tonumber(setsubtract([local.id], local.ls)), -tonumber(true))),
    can(sum(tolist(["a"]))),
    can(startswith(substr("a", -1, 1.5), coalesce("k", ""))),
    can(zipmap(coalescelist(tolist(["a"]), tolist(["a"])), flatten([[local.id], { a = 1 }]))),
    can(values({ for x in [null] : x => [1, 2] })),
    can(index(reverse([local.id]), tonumber(local.um))),
    can(distinct(chunklist(["b", "a"], -1))),
    can("${tostring(toset(["b","a"]))}"),
    can(chunklist(regexall("[a-z]", jsonencode(local.sm)), signum(parseint("2020-01-01T00:00:00Z", 10)))),
    can(tobool(matchkeys(["b", "a"], local.ls, [null]))),
    can(startswith(format("%s-%v", "true", 1000000), one([1, 2]))),
    can((strcontains("é", "") ? index(toset(["b","a"]), "10.0.0.0/16") : floor(2))),
    can("%{ for x in [for x in [local.id] : [x]] }${x},%{ endfor }"),
    can(tonumber("")),
    can(setunion(10, matchkeys(["a"], [], ["b", "a"]))),
    can(alltrue(tolist(["a"]))),
    can(tobool(toset(["a"]))),
    can(sum(try(tolist("b"), []))),
    can(sum(false)),
    can(coalesce(join("b", [null]), md5("b"))),
    can(matchkeys(flatten([setsubtract([null], tolist(["a"])), [1, 2]]), [for x in "2020-01-01T00:00:00Z" : x if alltrue(["a"])], [for x in slice(["b", "a"], 0.1, 10) : x if x == toset(["a"])])),
    can(signum((1.5 / 0))),
    can(replace("%{ if true }y%{ else }${1.5}%{ endif }", "%{ if true }y%{ else }${"é"}%{ endif }", substr("10.0.0.0/16", 1.5, 1))),
    can(range(tonumber({ ("a,b") = true }))),
    can(one(reverse([for x in ["b", "a"] : length(x)]))),
  ]
}
