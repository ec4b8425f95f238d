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
    c0 = abs(-0.5)
    c1 = abs("-7")
    c2 = abs(local.un)
    c3 = abs(local.dyn)
    c4 = abs(sensitive(-1))
    c5 = abs(-9223372036854775808)
    c6 = abs(local.big)
    c7 = ceil(-0.5)
    c8 = ceil("1.2")
    c9 = ceil(local.big + 0.5)
    c10 = floor(-0.5)
    c11 = floor(local.un)
    c12 = floor(1e30 + 0.5)
    c13 = signum(0)
    c14 = signum(-5)
    c15 = signum(local.un)
    c16 = log(8, 2)
    c17 = log(100, 10)
    c18 = log(10, 0)
    c19 = log(16, 4)
    c20 = log(local.un, 10)
    c21 = log("100", "10")
    c22 = log(2.718281828459045, 2.718281828459045)
    c23 = pow(2, 10)
    c24 = pow(2, 0.5)
    c25 = pow(-2, 3)
    c26 = pow(0, 0)
    c27 = pow(10, 20)
    c28 = pow(10, 30)
    c29 = pow(local.un, 2)
    c30 = pow(2, -1)
    c31 = pow(1.1, 10)
    c32 = parseint("ff", 16)
    c33 = parseint("FF", 16)
    c34 = parseint("-10", 2)
    c35 = parseint("+10", 2)
    c36 = parseint("zZ", 62)
    c37 = parseint(local.id, 10)
    c38 = parseint("99999999999999999999999999", 10)
    c39 = min(1, "2")
    c40 = min([1,2]...)
    c41 = min(local.un, 1)
    c42 = max(1, local.un)
    c43 = max(sensitive(1), 2)
    c44 = max(1.5, "1.50")
    c45 = min(-0, 0)
    c46 = sum([1, 2, "3"])
    c47 = sum([local.un, 1])
    c48 = sum(local.ul)
    c49 = sum(toset([1,1,2]))
    c50 = sum([0.1, 0.2])
    c51 = sum([sensitive(1), 2])
    c52 = range(3)
    c53 = range(0)
    c54 = range(-2)
    c55 = range(1, 4)
    c56 = range(4, 1)
    c57 = range(1, 8, 3)
    c58 = range(8, 1, -3)
    c59 = range(0, 1, 0.25)
    c60 = range(1, 1, 0)
    c61 = range(local.un)
    c62 = range("3")
    c63 = range(1.5)
    c64 = basename("/a/b/")
    c65 = basename("")
    c66 = basename("/")
    c67 = basename("a//b")
    c68 = basename(".")
    c69 = basename(local.id)
    c70 = basename("a/..")
    c71 = dirname("/a/b/")
    c72 = dirname("")
    c73 = dirname("/")
    c74 = dirname("a")
    c75 = dirname("a/../b/c")
    c76 = dirname("./a/b")
    c77 = dirname("//a")
    c78 = dirname("../a")
    c79 = pathexpand("a/b")
    c80 = pathexpand("")
    c81 = pathexpand("a/~")
    c82 = abspath("/a/../b")
    c83 = abspath("/")
    c84 = abspath("/a//b/./c/")
    c85 = chomp("a\n\r\n\n")
    c86 = chomp("\n")
    c87 = chomp("a\r")
    c88 = chomp(5)
    c89 = chomp("a\n b\n")
    c90 = chomp(local.id)
    c91 = lower("ÀÉ")
    c92 = lower("İ")
    c93 = lower("ΑΣ")
    c94 = lower(true)
    c95 = lower(local.s)
    c96 = upper("straße")
    c97 = upper("ﬁ")
    c98 = upper("ŉ")
    c99 = upper("éß")
    c100 = upper("ǆ")
    c101 = upper(local.id)
    c102 = title("hello world-foo_bar")
    c103 = title("it's o'neil")
    c104 = title("élan vital")
    c105 = title("a1b 1ab")
    c106 = title("ǆ x")
    c107 = title("HELLO")
    c108 = title("hello.world")
    c109 = title("a\tb\nc")
    c110 = title("日本 語")
    c111 = trim("  a  ", " ")
    c112 = trim("?!hello?!", "!?")
    c113 = trim("aaa", "a")
    c114 = trim("abc", "")
    c115 = trim("ééaé", "é")
    c116 = trim(local.id, "a")
    c117 = trimprefix("helloworld", "hello")
    c118 = trimprefix("hello", "")
    c119 = trimprefix("aab", "a")
    c120 = trimsuffix("helloworld", "world")
    c121 = trimsuffix("abb", "b")
    c122 = trimspace(" \t\n\u00a0a\u2003 ")
    c123 = trimspace("\ufeffa")
    c124 = trimspace("\u200ba\u0085")
    c125 = trimspace(5)
    c126 = indent(2, "a\nb\n\nc")
    c127 = indent(0, "a\nb")
    c128 = indent("2", "a\nb")
    c129 = indent(local.un, "a")
    c130 = indent(2, "")
    c131 = strrev("héllo")
    c132 = strrev("e\u0301a")
    c133 = strrev("👨‍👩‍👧a")
    c134 = strrev("")
    c135 = strrev(123)
    c136 = strrev("a\r\nb")
    c137 = strrev("🇩🇪🇫🇷")
    c138 = substr("hello", 1, 3)
    c139 = substr("hello", -3, 2)
    c140 = substr("hello", 0, -1)
    c141 = substr("hello", 10, 2)
    c142 = substr("hello", -10, 2)
    c143 = substr("hello", 2, 0)
    c144 = substr("🤔🤷", 0, 1)
    c145 = substr("e\u0301a", 0, 1)
    c146 = substr("", 0, 1)
    c147 = substr("hello", 1, 100)
    c148 = substr("hello", 0, local.un)
    c149 = substr(local.id, 0, 1)
    c150 = substr("hello", -3, -1)
    c151 = substr("hello", 1, -2)
    c152 = split(",", "a,b,,c")
    c153 = split("", "abc")
    c154 = split("", "é👨‍👩‍👧")
    c155 = split(",", "")
    c156 = split("", "")
    c157 = split("ab", "xabyab")
    c158 = split(local.id, "a")
    c159 = split(",", local.s)
    c160 = split(",", 5)
    c161 = join(",", ["a", "b"])
    c162 = join(",", [])
    c163 = join(",", ["a"], ["b"], [])
    c164 = join(",", [1, true, "x"])
    c165 = join(",", toset(["b", "a"]))
    c166 = join(",", local.ul)
    c167 = join(",", ["a", local.id])
    c168 = join(",", local.ls)
    c169 = join(",", local.sl)
    c170 = startswith("hello", "")
    c171 = startswith("", "a")
    c172 = startswith(local.id, "")
    c173 = startswith(5, "5")
    c174 = startswith(local.s, "s")
    c175 = endswith("hello", "lo")
    c176 = endswith(local.id, "")
    c177 = endswith("a", local.id)
    c178 = strcontains("hello", "ell")
    c179 = strcontains("hello", "")
    c180 = strcontains(local.id, "")
    c181 = replace("hello", "l", "L")
    c182 = replace("hello", "/l+/", "L")
    c183 = replace("hello", "/(l)(l)/", "$2-$1")
    c184 = replace("hello", "/(?P<x>l)/", "[${"$"}{x}]")
    c185 = replace("hello", "", "-")
    c186 = replace("hello", "/", "-")
    c187 = replace("a/b/c", "/", "-")
    c188 = replace("hello", "//", "x")
    c189 = replace("héllo", "/[^a-z]/", "")
    c190 = replace("hello", "/$/", "!")
    c191 = replace("hello", "l", local.id)
    c192 = replace("a.b", ".", "-")
    c193 = replace("$1", "/a/", "$$")
    c194 = replace("abc", "/b/", "$$x")
    c195 = replace("abc", "/b/", "$0$0")
    c196 = replace("abc", "/(b)/", "$1x")
    c197 = replace("abc", "/(b)/", "$${1}x")
    c198 = regex("[a-z]+", "123abc")
    c199 = regex("(\\d+)-(\\d+)", "10-20")
    c200 = regex("(?P<a>\\d+)(?P<b>x)?", "10")
    c201 = regex("", "abc")
    c202 = regex("a(b)?", "a")
    c203 = regex(local.id, "a")
    c204 = regex("a", local.id)
    c205 = regex("(?i)ABC", "xabc")
    c206 = regex("^$", "")
    c207 = regex("\\p{Greek}", "αβγ")
    c208 = regex("(?s)a.b", "a\nb")
    c209 = regex("\\bfoo\\b", "a foo b")
    c210 = regex("a{2,3}", "aaaa")
    c211 = regex("[[:alpha:]]+", "12ab")
    c212 = regex("\\Qa.b\\E", "a.b")
    c213 = regex("\\z", "a")
    c214 = regex("(a)(b)?(c)?", "ac")
    c215 = regexall("[a-z]", "1a2b")
    c216 = regexall("x", "abc")
    c217 = regexall("(a)(b)?", "aab")
    c218 = regexall("(?P<k>\\w)=(?P<v>\\w)", "a=1 b=2")
    c219 = regexall("", "ab")
    c220 = regexall("a*", "baac")
    c221 = regexall(local.id, "a")
    c222 = regexall("a", local.id)
  }
}

# Terraform refuses each of these.
output "refused" {
  value = [
    can(abs(null)),
    can(abs("x")),
    can(abs([])),
    can(ceil(true)),
    can(signum(-0.5)),
    can(signum(local.big)),
    can(parseint("", 10)),
    can(parseint("8", 8)),
    can(parseint("1_0", 10)),
    can(parseint("0x1f", 16)),
    can(parseint("12", 1)),
    can(parseint("12", 63)),
    can(parseint(12, 10)),
    can(parseint(null, 10)),
    can(parseint(" 1", 10)),
    can(min()),
    can(min(null, 1)),
    can(max("b", 1)),
    can(sum([])),
    can(sum([null])),
    can(sum([1, null])),
    can(sum(["a"])),
    can(sum({a=1})),
    can(sum(local.sl)),
    can(sum(null)),
    can(range(1, 2, 0)),
    can(range(1, 5, -1)),
    can(range(2000)),
    can(range(null)),
    can(range(1,2,3,4)),
    can(dirname(null)),
    can(lower(null)),
    can(trim(null, "a")),
    can(indent(-1, "a\nb")),
    can(indent(1.5, "a\nb")),
    can(substr("hello", 1.5, 1)),
    can(substr(null, 0, 1)),
    can(substr("hello", null, 1)),
    can(split(null, "a")),
    can(join(",", ["a", null])),
    can(join(",", {a=1})),
    can(join(",", ["a", ["b"]])),
    can(join(null, ["a"])),
    can(join(",", null)),
    can(join(",")),
    can(join(",", "a")),
    can(startswith(null, "a")),
    can(strcontains(null, "a")),
    can(replace("hello", "/(/", "x")),
    can(replace(null, "a", "b")),
    can(regex("(?P<a>\\d)(\\d)", "10")),
    can(regex("x", "abc")),
    can(regex("(", "abc")),
    can(regex("(?=a)", "a")),
    can(regex("\\C", "é")),
    can(regexall("(", "a")),
  ]
}
