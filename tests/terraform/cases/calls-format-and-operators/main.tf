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
    c0 = format("%s", "a")
    c1 = format("%d", "12")
    c2 = format("%s", 12)
    c3 = format("%s", true)
    c4 = format("%s", null)
    c5 = format("%v", null)
    c6 = format("%v", [1,"a",null])
    c7 = format("%v", {a=1})
    c8 = format("%#v", "a\"b")
    c9 = format("%q", "a\"b\n<")
    c10 = format("%5s|%-5s|", "a", "b")
    c11 = format("%05d", 42)
    c12 = format("%-5d|", 42)
    c13 = format("%+d", 42)
    c14 = format("% d", 42)
    c15 = format("%x %X %o %b", 255, 255, 8, 5)
    c16 = format("%#x %#o", 255, 8)
    c17 = format("%f", 1)
    c18 = format("%.2f", 3.14159)
    c19 = format("%8.3f|", 3.14159)
    c20 = format("%08.3f", 3.14159)
    c21 = format("%+.1f", 2.25)
    c22 = format("%e", 12345.678)
    c23 = format("%E", 0.00012)
    c24 = format("%g", 1e21)
    c25 = format("%g", 100000)
    c26 = format("%g", 1000000)
    c27 = format("%g", 1e-5)
    c28 = format("%G", 1e-5)
    c29 = format("%.3g", 1234.5)
    c30 = format("%t", true)
    c31 = format("%t", "true")
    c32 = format("%%")
    c33 = format("%[2]s %[1]s", "a", "b")
    c34 = format("%[1]s %s", "a", "b")
    c35 = format("%.3s", "abcdef")
    c36 = format("%.1s", "é日")
    c37 = format("%3s|", "日本")
    c38 = format("%s", local.id)
    c39 = format("%s-%s", "a", local.id)
    c40 = format("%d", local.un)
    c41 = format("%s", local.s)
    c42 = format("%v", local.ls)
    c43 = format(local.id, "a")
    c44 = format("%d", 123456789012345678901234567890)
    c45 = format("%.0f", 0.5)
    c46 = format("%.0f", 1.5)
    c47 = format("%.20f", 0.1)
    c48 = format("%f", 123456789012345678901234567890)
    c49 = format("%v", 1e30)
    c50 = format("%v", 0.1)
    c51 = format("%v", 123456789)
    c52 = format("%v", 1234567890123)
    c53 = format("%v", -1.5e-7)
    c54 = format("%s", 1e30)
    c55 = format("%6.2f%%", 12.5)
    c56 = format("%v", true)
    c57 = format("%v", "x")
    c58 = format("%#v", {a=[1]})
    c59 = format("%v", toset(["b","a"]))
    c60 = format("%10v|", "a")
    c61 = format("%-10v|", 5)
    c62 = format("%x", -255)
    c63 = format("%s", [null]...)
    c64 = format("%s %s", ["a","b"]...)
    c65 = format("%s", local.ul...)
    c66 = format("%.f", 1.5)
    c67 = format("%5t|", true)
    c68 = format("%+q", "é")
    c69 = format("%#q", "a")
    c70 = formatlist("%s-%s", ["a","b"], "c")
    c71 = formatlist("%s", [])
    c72 = formatlist("%s", "a")
    c73 = formatlist("%s", null)
    c74 = formatlist("%s", local.ul)
    c75 = formatlist("%s", ["a", local.id])
    c76 = formatlist("%s", local.sl)
    c77 = formatlist("%s", local.ls)
    c78 = formatlist("%s-%s", ["a"], local.s)
    c79 = formatlist("%s", toset(["b","a"]))
    c80 = formatlist("x")
    c81 = formatlist("%s", local.us)
    c82 = formatlist("%v", [[1]])
    c83 = formatlist(local.id, ["a"])
    c84 = "${1.0}"
    c85 = "${1e21}"
    c86 = "${0.1 + 0.2}"
    c87 = "${1/3}"
    c88 = "${-0}"
    c89 = "${true}"
    c90 = "%{if true}a%{else}b%{endif}"
    c91 = "%{if local.ub}a%{endif}"
    c92 = "%{for x in [1,2]}${x},%{endfor}"
    c93 = "%{for k, v in {a=1}}${k}=${v}%{endfor}"
    c94 = "%{for x in local.ul}${x}%{endfor}"
    c95 = "a%{if false}b%{endif}c"
    c96 = "  %{~ if true ~}  a  %{~ endif ~}  b"
    c97 = "${~ "a" ~}  b"
    c98 = "%%{x} $${y}"
    c99 = "\u00e9\U0001F600"
    c100 = "${[]}"
    c101 = "${local.ls[1]}"
    c102 = "x${local.ls[1]}"
    c103 = "x${local.sl[0]}"
    c104 = "%{for x in local.sl}${x}%{endfor}"
    c105 = "%{for x in local.ls}${x}%{endfor}"
    c106 = "%{if sensitive(true)}a%{endif}"
    c107 = [for x in [1,2,3] : x * 2 if x > 1]
    c108 = [for x in toset(["b","a"]) : x]
    c109 = [for k, v in {b=1,a=2} : "${k}${v}"]
    c110 = {for x in ["a","b"] : x => upper(x)}
    c111 = {for x in ["a","a"] : x => 1...}
    c112 = {for k, v in {a=1} : v => k}
    c113 = {for x in [true] : x => 1}
    c114 = [for i, x in ["a"] : i]
    c115 = [for i, x in toset(["a"]) : i]
    c116 = [for x in local.ul : x]
    c117 = [for x in local.sl : x]
    c118 = [for x in local.ls : x]
    c119 = [for x in [1] : x if "true"]
    c120 = [for x in [1] : x if local.ub]
    c121 = [for x in [1] : x if sensitive(true)]
    c122 = {for x in local.ls : x => 1}
    c123 = {for x in [local.id] : x => 1}
    c124 = {for x in ["a"] : x => local.id}
    c125 = {for x in ["a", local.id] : "k" => x...}
    c126 = {for x in tolist(["a"]) : x => x if false}
    c127 = local.ls[0]
    c128 = local.ls["0"]
    c129 = local.sl[0]
    c130 = [1,2][local.un]
    c131 = tolist([1,2])[local.un]
    c132 = {a=1}["a"]
    c133 = {a=1}[local.id]
    c134 = tomap({a=1})[local.id]
    c135 = {"1"=2}[1]
    c136 = {a={b=1}}.a.b
    c137 = [{a=1},{a=2}].*.a
    c138 = [{a=1},{a=2}][*].a
    c139 = {a=1}[*].a
    c140 = null[*]
    c141 = "x"[*]
    c142 = tolist(["a"])[*]
    c143 = toset(["b","a"])[*]
    c144 = local.ul[*]
    c145 = local.dyn[*].a
    c146 = local.s[*]
    c147 = local.sl[*]
    c148 = [[1],[2]][*][0]
    c149 = [[1],[2]].*[0]
    c150 = [{a=[1]}].*.a[0]
    c151 = [][*].a
    c152 = [null][*]
    c153 = 1 + "2"
    c154 = 1 == "1"
    c155 = "a" == "a"
    c156 = [1] == [1]
    c157 = [1] == tolist([1])
    c158 = {a=1} == {a=1}
    c159 = {a=1} == {a="1"}
    c160 = null == null
    c161 = null == "a"
    c162 = toset([1]) == toset([1])
    c163 = local.id == local.id
    c164 = local.id == null
    c165 = local.dyn == null
    c166 = local.id == "x"
    c167 = [local.id] == ["a","b"]
    c168 = [local.id] == [local.id]
    c169 = {a=local.id} == {b=1}
    c170 = [local.id, 1] == ["a", 2]
    c171 = tomap({a=1}) == {a=1}
    c172 = 1 < "2"
    c173 = local.un < 1
    c174 = -"5"
    c175 = !"true"
    c176 = 7 % 3
    c177 = -7 % 3
    c178 = 7 % -3
    c179 = 7.5 % 2
    c180 = 0.1 % 0.03
    c181 = true && "true"
    c182 = true ? "a" : 1
    c183 = true ? [] : ["a"]
    c184 = true ? ["a"] : [1, 2]
    c185 = true ? {a=1} : {}
    c186 = true ? {a=1} : {a="x"}
    c187 = true ? null : "a"
    c188 = true ? 1 : null
    c189 = false ? 1 : null
    c190 = true ? tolist([]) : ["a"]
    c191 = true ? toset(["a"]) : ["b"]
    c192 = true ? toset(["a"]) : tolist(["b"])
    c193 = true ? [1, "a"] : tolist(["b"])
    c194 = true ? [1, [2]] : [1, [3]]
    c195 = true ? {a=1,b="x"} : tomap({c=true})
    c196 = "true" ? 1 : 2
    c197 = local.ub ? 1 : "a"
    c198 = local.ub ? [] : ["a"]
    c199 = local.ub ? {a=1} : {}
    c200 = local.ub ? null : "a"
    c201 = sensitive(true) ? 1 : 2
    c202 = true ? local.s : "a"
    c203 = true ? local.dyn : "a"
    c204 = true ? "a" : local.dyn
    c205 = true ? 1 : local.id
    c206 = local.ub ? local.id : 1
    c207 = true ? {a=null} : {a=1}
    c208 = true ? [null] : [1]
    c209 = true ? true : "x"
    c210 = {a=1, "b"=2, (upper("c"))=3, "d-${1}"=4}
    c211 = {a=1, a=2}
    c212 = {1=2}
    c213 = {true=1}
    c214 = {(local.id)=1}
    c215 = {(sensitive("a"))=1}
    c216 = {"a.b"=1}["a.b"]
  }
}

# Terraform refuses each of these.
output "refused" {
  value = [
    can(format("%d", 1.5)),
    can(format("%s", [])),
    can(format("%x", "abc")),
    can(format("%t", 1)),
    can(format("%")),
    can(format("%z", 1)),
    can(format("%s")),
    can(format("a", 1)),
    can(format("%[3]s", "a")),
    can(format("%[2]*d", 1)),
    can(format("%*d", 5, 1)),
    can(format("%s %s", "a")),
    can(format("%s", "a", "b")),
    can(format("%d", true)),
    can(format(null)),
    can(format("%c", 65)),
    can(format("%U", 65)),
    can(format("%T", 65)),
    can(format("%p", 65)),
    can(formatlist("%s-%s", ["a","b"], ["c"])),
    can(formatlist("%s", ["a", null])),
    can(formatlist("%s", {a=1})),
    can(formatlist("%d", [1.5])),
    can(formatlist("%s", [["a"]])),
    can(formatlist("%s %s", ["a"], [])),
    can("a${null}"),
    can("a${[]}"),
    can({for x in ["a","a"] : x => 1}),
    can({for x in [null] : x => 1}),
    can([for x in null : x]),
    can([for x in "abc" : x]),
    can([for x in [1] : x if null]),
    can([1,2]["x"]),
    can([1,2][1.5]),
    can([1,2][-1]),
    can(tomap({a=1})["b"]),
    can({a=1}.b),
    can({a=1}[null]),
    can([{a=1}, {}][*].a),
    can(1 + "a"),
    can(1 + null),
    can("a" + 1),
    can("a" < "b"),
    can(true < false),
    can(null < 1),
    can(-true),
    can(!1),
    can(!null),
    can(true && 1),
    can(false || null),
    can(true ? {a=1} : {b=[1]}),
    can(true ? [1, [2]] : [1]),
    can(1 ? 1 : 2),
    can(null ? 1 : 2),
    can(true ? 1 : local.ul),
    can(true ? true : 1),
    can({(null)=1}),
  ]
}
