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
    c0 = length([])
    c1 = length({})
    c2 = length("")
    c3 = length("👨‍👩‍👧é")
    c4 = length(local.id)
    c5 = length(local.ul)
    c6 = length(local.us)
    c7 = length(local.um)
    c8 = length(local.dyn)
    c9 = length([local.id])
    c10 = length(toset([local.id, "a"]))
    c11 = length({ a = local.id })
    c12 = length(local.sl)
    c13 = length(local.ls)
    c14 = length(local.s)
    c15 = length(local.sm)
    c16 = length(toset(["a", sensitive("b")]))
    c17 = merge({a=1}, {a="2"})
    c18 = merge({a=1}, null)
    c19 = merge(null)
    c20 = merge()
    c21 = merge(tomap({a=1}), tomap({b="x"}))
    c22 = merge(tomap({a=1}), {b=2})
    c23 = merge({a=1}, local.um)
    c24 = merge({a=1}, local.dyn)
    c25 = merge(local.sm, {b=2})
    c26 = merge({a=sensitive(1)}, {b=2})
    c27 = merge({a=sensitive(1)}, {a=2})
    c28 = merge(sensitive({a=1}), {a=2})
    c29 = merge({ a = { b = 1 } }, { a = { c = 2 } })
    c30 = merge([{a=1}, {b=2}]...)
    c31 = merge(tomap({}), tomap({a=1}))
    c32 = merge({a=local.id}, {a=1})
    c33 = concat([], [])
    c34 = concat(["a"], [1])
    c35 = concat(tolist(["a"]), tolist([1]))
    c36 = concat(["a"], local.ul)
    c37 = concat(["a"], local.dyn)
    c38 = concat(local.sl, ["c"])
    c39 = concat(local.ls, ["c"])
    c40 = lookup({a=1}, "a")
    c41 = lookup({a=1}, "b", "x")
    c42 = lookup(tomap({a=1}), "b", 2)
    c43 = lookup({a=null}, "a", "x")
    c44 = lookup(local.um, "a", "x")
    c45 = lookup({a=1}, local.id, 2)
    c46 = lookup({a=1}, local.id)
    c47 = lookup({a=1, b="x"}, local.id, 2)
    c48 = lookup({a=local.id}, "a", "x")
    c49 = lookup(local.sm, "a", 2)
    c50 = lookup(local.sm, "b", 2)
    c51 = lookup({a=sensitive(1)}, "a", 2)
    c52 = lookup({a=sensitive(1), b=2}, "b", 2)
    c53 = lookup({a=1}, sensitive("a"), 2)
    c54 = lookup({a=1}, "b", sensitive(2))
    c55 = lookup({a=1}, "a", sensitive(2))
    c56 = lookup({a=1}, "b", null)
    c57 = lookup({"1"="x"}, 1, "y")
    c58 = lookup(local.dyn, "a", "x")
    c59 = element(["a","b"], 3)
    c60 = element(["a","b"], "1")
    c61 = element(["a","b"], local.un)
    c62 = element(tolist(["a","b"]), local.un)
    c63 = element(local.ul, 0)
    c64 = element(local.dyn, 0)
    c65 = element(local.sl, 0)
    c66 = element(local.ls, 0)
    c67 = element(local.ls, 1)
    c68 = element(["a","b"], sensitive(0))
    c69 = contains(["a"], "a")
    c70 = contains(["1"], 1)
    c71 = contains([1], "1")
    c72 = contains(tolist(["1"]), 1)
    c73 = contains([null], "a")
    c74 = contains(toset(["a"]), "a")
    c75 = contains(local.sl, "a")
    c76 = contains(local.ls, "a")
    c77 = contains(["a"], local.s)
    c78 = contains([["a"]], ["a"])
    c79 = contains([{a=1}], {a=1})
    c80 = contains([], "a")
    c81 = contains(local.ul, "a")
    c82 = keys({b=1, a=2})
    c83 = keys({})
    c84 = keys(tomap({b=1}))
    c85 = keys(local.um)
    c86 = keys(local.sm)
    c87 = keys({a=sensitive(1)})
    c88 = keys({a=local.id})
    c89 = values({b=1, a="x"})
    c90 = values(tomap({b=1, a=2}))
    c91 = values({})
    c92 = values(local.um)
    c93 = values(local.sm)
    c94 = values({a=sensitive(1), b=2})
    c95 = values({a=local.id})
    c96 = flatten([["a"], ["b", ["c"]]])
    c97 = flatten([])
    c98 = flatten([[], [[]]])
    c99 = flatten(["a", null])
    c100 = flatten([null])
    c101 = flatten(toset([["a"], ["b"]]))
    c102 = flatten(["a", toset(["c","b"])])
    c103 = flatten([local.id, ["a"]])
    c104 = flatten([local.ul])
    c105 = flatten([local.dyn])
    c106 = flatten([local.sl, ["c"]])
    c107 = flatten([local.ls, ["c"]])
    c108 = flatten(local.sl)
    c109 = flatten([{a=["b"]}])
    c110 = flatten(local.ul)
    c111 = distinct(["a","b","a"])
    c112 = distinct([1,"1"])
    c113 = distinct([])
    c114 = distinct([null, null, "a"])
    c115 = distinct([["a"],["a"]])
    c116 = distinct(toset(["a"]))
    c117 = distinct(local.ul)
    c118 = distinct(["a", local.id])
    c119 = distinct(local.sl)
    c120 = distinct(local.ls)
    c121 = distinct([1, 1.0])
    c122 = distinct([{a=1},{a="1"}])
    c123 = compact(["a","",null])
    c124 = compact([])
    c125 = compact([1, "", null])
    c126 = compact(toset(["a",""]))
    c127 = compact(local.sl)
    c128 = compact(local.ls)
    c129 = compact(["a", local.id])
    c130 = coalesce("", "a")
    c131 = coalesce(null, "", "b")
    c132 = coalesce(1, "a")
    c133 = coalesce(local.id, "a")
    c134 = coalesce("a", local.id)
    c135 = coalesce(null, local.id)
    c136 = coalesce(local.un, 1)
    c137 = coalesce([], ["a"])
    c138 = coalesce(local.s, "a")
    c139 = coalesce("a", local.s)
    c140 = coalesce("", local.s)
    c141 = coalesce(false, true)
    c142 = coalesce(0, 1)
    c143 = coalesce(null, false)
    c144 = coalesce({}, {a=1})
    c145 = coalesce(null, {a=1})
    c146 = coalesce(tolist([]), tolist(["a"]))
    c147 = coalesce(local.dyn, "a")
    c148 = coalesce(["", "a"]...)
    c149 = coalescelist([], ["a"])
    c150 = coalescelist(local.ul, ["a"])
    c151 = coalescelist([], local.ul)
    c152 = coalescelist(tolist([]), [1])
    c153 = coalescelist(local.sl, ["c"])
    c154 = coalescelist([], local.sl)
    c155 = coalescelist([local.id], ["a"])
    c156 = zipmap(["a","b"], [1,2])
    c157 = zipmap(["a","a"], [1,2])
    c158 = zipmap([], [])
    c159 = zipmap([1], ["x"])
    c160 = zipmap(["a"], tolist([1]))
    c161 = zipmap(local.ul, ["a"])
    c162 = zipmap(["a"], local.ul)
    c163 = zipmap([local.id], ["a"])
    c164 = zipmap(["a"], [local.id])
    c165 = zipmap(local.sl, [1, 2])
    c166 = zipmap(local.ls, [1, 2])
    c167 = zipmap(["a","b"], local.sl)
    c168 = zipmap(["a","b"], local.ls)
    c169 = zipmap(["a","b"], [1, "x"])
    c170 = sort(["b","a"])
    c171 = sort([2,10])
    c172 = sort([])
    c173 = sort(toset(["b","a"]))
    c174 = sort(["b", local.id])
    c175 = sort(local.ul)
    c176 = sort(local.sl)
    c177 = sort(local.ls)
    c178 = sort(["é","z","e"])
    c179 = sort(["B","a"])
    c180 = reverse(["a","b"])
    c181 = reverse([])
    c182 = reverse(toset(["a","b"]))
    c183 = reverse(tolist(["a","b"]))
    c184 = reverse([1,"a"])
    c185 = reverse(["a", local.id])
    c186 = reverse(local.ul)
    c187 = reverse(local.sl)
    c188 = reverse(local.ls)
    c189 = reverse(local.us)
    c190 = slice(["a","b","c"], 1, 2)
    c191 = slice(["a","b","c"], 1, 1)
    c192 = slice(tolist(["a","b"]), 0, 1)
    c193 = slice([], 0, 0)
    c194 = slice(["a",1], 0, 2)
    c195 = slice(local.ul, 0, 1)
    c196 = slice(["a"], 0, local.un)
    c197 = slice(tolist(["a"]), 0, local.un)
    c198 = slice(local.sl, 0, 1)
    c199 = slice(local.ls, 0, 1)
    c200 = slice(["a"], sensitive(0), 1)
    c201 = slice(["a"], "0", "1")
    c202 = chunklist(["a","b","c"], 2)
    c203 = chunklist(["a","b","c"], 0)
    c204 = chunklist([], 2)
    c205 = chunklist(["a", 1], 1)
    c206 = chunklist(toset(["a"]), 1)
    c207 = chunklist(local.ul, 1)
    c208 = chunklist(["a", local.id], 1)
    c209 = chunklist(["a"], local.un)
    c210 = chunklist(local.sl, 1)
    c211 = chunklist(local.ls, 1)
    c212 = index(["a","b"], "b")
    c213 = index([1,"a"], "a")
    c214 = index(local.ul, "a")
    c215 = index(["a", local.id], "a")
    c216 = index([local.id, "a"], "a")
    c217 = index(["a"], local.id)
    c218 = index(local.sl, "a")
    c219 = index(local.ls, "a")
    c220 = matchkeys(["a","b"], ["x","y"], ["y"])
    c221 = matchkeys([], [], ["y"])
    c222 = matchkeys(["a"], ["x"], [])
    c223 = matchkeys(["a"], [1], ["1"])
    c224 = matchkeys(["a", 1], ["x","y"], ["x","y"])
    c225 = matchkeys(["a"], ["x"], toset(["x"]))
    c226 = matchkeys(local.ul, ["x"], ["x"])
    c227 = matchkeys(["a"], [local.id], ["x"])
    c228 = matchkeys(local.sl, ["x","y"], ["x"])
    c229 = matchkeys(local.ls, ["x","y"], ["x"])
    c230 = one([])
    c231 = one(["a"])
    c232 = one(toset(["a"]))
    c233 = one([null])
    c234 = one(local.ul)
    c235 = one([local.id])
    c236 = one(local.us)
    c237 = one(sensitive(["a"]))
    c238 = one([sensitive("a")])
    c239 = one(toset([local.id]))
    c240 = alltrue([])
    c241 = alltrue([true, "true"])
    c242 = alltrue([true, null])
    c243 = alltrue([true, local.ub])
    c244 = alltrue([false, local.ub])
    c245 = alltrue(toset([true,false]))
    c246 = alltrue([sensitive(true)])
    c247 = alltrue(sensitive([true]))
    c248 = alltrue([local.ub, false])
    c249 = alltrue(local.ul)
    c250 = alltrue([null, local.ub])
    c251 = anytrue([])
    c252 = anytrue([false, true])
    c253 = anytrue([null])
    c254 = anytrue([local.ub, true])
    c255 = anytrue([false, local.ub])
    c256 = anytrue(["false"])
    c257 = anytrue([sensitive(true)])
    c258 = anytrue(local.dyn)
    c259 = transpose({a=["b","c"], b=["c"]})
    c260 = transpose({})
    c261 = transpose({a=[]})
    c262 = transpose({a=["b", local.id]})
    c263 = transpose({a=local.ul})
    c264 = transpose({a=sensitive(["b"])})
    c265 = transpose({a=[sensitive("b")]})
    c266 = transpose(sensitive({a=["b"]}))
    c267 = transpose({a=[1]})
    c268 = transpose(tomap({a=toset(["x"])}))
    c269 = coalescelist([], local.ls)
    c270 = coalesce(null, {a=sensitive(1)})
    c271 = merge([{a=1}, sensitive({b=2})]...)
    c272 = keys(tomap({(local.s) = 1}))
    c273 = element(local.ls, sensitive(1))
    c274 = tolist(local.sl)
    c275 = tomap(local.sm)
    c276 = toset(local.sl)
    c277 = tolist(toset(local.ls))
    c278 = jsonencode(local.ls)
    c279 = { for k, v in local.sm : k => v }
    c280 = [for v in local.sm : v]
    c281 = setunion(local.ls, ["c"])
    c282 = try(local.sm.a, 1)
    c283 = [local.s, 1]
    c284 = "${local.s}" == "x"
    c285 = local.s == "x"
    c286 = local.ls == ["a", "b"]
    c287 = 1 + sensitive(2)
    c288 = local.sm.a
    c289 = local.sm["a"]
    c290 = {a=1}[sensitive("a")]
    c291 = [1,2][sensitive(0)]
    c292 = sum(local.sm.a == 1 ? [1] : [2])
    c293 = regexall("a", local.s)
    c294 = timeadd(sensitive("2017-11-22T00:00:00Z"), "1h")
  }
}

# Terraform refuses each of these.
output "refused" {
  value = [
    can(length(null)),
    can(length(5)),
    can(merge({a=1}, [])),
    can(concat(toset(["a"]), ["b"])),
    can(concat(["a"], null)),
    can(concat()),
    can(concat("a")),
    can(lookup(tomap({a=1}), "b", "x")),
    can(lookup({a=1}, "b")),
    can(lookup(null, "a", 1)),
    can(lookup({a=1}, null, 1)),
    can(lookup(["a"], 0, "y")),
    can(element(["a","b"], -1)),
    can(element([], 0)),
    can(element(tolist([]), 0)),
    can(element(toset(["a"]), 0)),
    can(element(["a","b"], 1.5)),
    can(element(null, 0)),
    can(element(["a"], null)),
    can(element({a=1}, 0)),
    can(contains(["a"], null)),
    can(contains(null, "a")),
    can(contains({a=1}, "a")),
    can(contains("abc", "a")),
    can(keys(null)),
    can(keys(["a"])),
    can(values(null)),
    can(flatten(null)),
    can(flatten("a")),
    can(flatten({a=1})),
    can(distinct(null)),
    can(compact(null)),
    can(compact("a")),
    can(compact([[]])),
    can(coalesce("", null)),
    can(coalesce(null)),
    can(coalesce()),
    can(coalesce(["a"], "b")),
    can(coalesce("", [])),
    can(coalescelist([], [])),
    can(coalescelist(null, ["a"])),
    can(coalescelist(["a"], null)),
    can(coalescelist("a")),
    can(coalescelist()),
    can(coalescelist(toset(["a"]))),
    can(zipmap(["a"], [1,2])),
    can(zipmap(["a", null], [1,2])),
    can(zipmap(null, [])),
    can(sort(["b", null])),
    can(sort("a")),
    can(sort(null)),
    can(sort([["a"]])),
    can(reverse("ab")),
    can(reverse(null)),
    can(slice(["a","b","c"], 0, 4)),
    can(slice(["a","b","c"], 2, 1)),
    can(slice(["a","b","c"], -1, 1)),
    can(slice(toset(["a"]), 0, 1)),
    can(slice(null, 0, 0)),
    can(slice("abc", 0, 1)),
    can(chunklist(["a"], -1)),
    can(chunklist(["a"], 1.5)),
    can(chunklist(null, 1)),
    can(index(["a"], "z")),
    can(index([], "a")),
    can(index(["1"], 1)),
    can(index([null,"a"], null)),
    can(index(toset(["a"]), "a")),
    can(index({a=1}, "a")),
    can(index(null, "a")),
    can(index("abc", "a")),
    can(matchkeys(["a","b"], ["x"], ["y"])),
    can(matchkeys(["a"], ["x", "y"], ["x"])),
    can(matchkeys(null, [], [])),
    can(one(["a","b"])),
    can(one(null)),
    can(one(local.sl)),
    can(one("a")),
    can(one({a=1})),
    can(alltrue(["x"])),
    can(alltrue([1])),
    can(alltrue(null)),
    can(alltrue("true")),
    can(transpose({a=null})),
    can(transpose({a=[null]})),
    can(transpose(null)),
    can(merge(local.sl...)),
  ]
}
