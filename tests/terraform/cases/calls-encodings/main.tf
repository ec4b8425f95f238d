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
    c0 = base64encode("é")
    c1 = base64encode("")
    c2 = base64encode(5)
    c3 = base64encode(local.s)
    c4 = base64encode(local.id)
    c5 = base64decode("w6k=")
    c6 = base64decode("")
    c7 = base64decode("YQ==\n")
    c8 = base64decode("YR==")
    c9 = base64decode(local.id)
    c10 = base64sha256("a")
    c11 = base64sha512("")
    c12 = base64sha256(5)
    c13 = sha1("é")
    c14 = sha512(true)
    c15 = md5("a")
    c16 = md5(local.id)
    c17 = md5(local.s)
    c18 = urlencode("a b&c=é/~*'()")
    c19 = urlencode("")
    c20 = urlencode("€\n")
    c21 = textencodebase64("é", "UTF-16LE")
    c22 = textencodebase64("é", "UTF-8")
    c23 = textencodebase64("é", "ISO-8859-1")
    c24 = textencodebase64("a", "UTF-16")
    c25 = textencodebase64("a", "utf-16be")
    c26 = textencodebase64("a", "US-ASCII")
    c27 = textencodebase64("", "UTF-8")
    c28 = textencodebase64(local.id, "UTF-8")
    c29 = textdecodebase64("6QA=", "UTF-16LE")
    c30 = textdecodebase64("6Q==", "ISO-8859-1")
    c31 = jsonencode(null)
    c32 = jsonencode({b=1,a=[true,null,"x"]})
    c33 = jsonencode("<>&\u2028\u0001\"\\/\u007f")
    c34 = jsonencode(1.5)
    c35 = jsonencode(1e100)
    c36 = jsonencode(0.1)
    c37 = jsonencode(100000000000000000000000)
    c38 = jsonencode(1e-7)
    c39 = jsonencode(toset(["b","a"]))
    c40 = jsonencode({})
    c41 = jsonencode([])
    c42 = jsonencode(local.s)
    c43 = jsonencode({a=local.s})
    c44 = jsonencode(local.id)
    c45 = jsonencode("👋")
    c46 = jsonencode({"a b"=1, "<"=2})
    c47 = jsondecode("{\"a\":1,\"a\":2}")
    c48 = jsondecode("[1,\"a\",null,true]")
    c49 = jsondecode("1e2")
    c50 = jsondecode("-0")
    c51 = jsondecode("\"\\u00e9\\ud83d\\ude00\"")
    c52 = jsondecode("\"\\ud83d\"")
    c53 = jsondecode("null")
    c54 = jsondecode(" {} ")
    c55 = jsondecode("1.50")
    c56 = jsondecode("123456789012345678901234567890")
    c57 = jsondecode("\"x\"")
    c58 = jsondecode(sensitive("[1]"))
    c59 = csvdecode("a,b\n1,2\n3,4")
    c60 = csvdecode("a")
    c61 = csvdecode("a\n\"x\"\"y\"")
    c62 = csvdecode("a,b\n\"1\n2\",3\n")
    c63 = csvdecode("a\r\n1\r\n")
    c64 = csvdecode(" a ,b\n 1, 2")
    c65 = csvdecode("a\n\n1")
    c66 = csvdecode(local.id)
    c67 = csvdecode(sensitive("a\n1"))
    c68 = csvdecode("a,\n1,2")
    c69 = csvdecode("\ufeffa\n1")
    c70 = yamlencode({b=1,a=[true,null,"x"]})
    c71 = yamlencode("yes")
    c72 = yamlencode("a: b")
    c73 = yamlencode("multi\nline\n")
    c74 = yamlencode([])
    c75 = yamlencode({})
    c76 = yamlencode("")
    c77 = yamlencode("1")
    c78 = yamlencode("é")
    c79 = yamlencode("a\"b")
    c80 = yamlencode(1.5)
    c81 = yamlencode(null)
    c82 = yamlencode([[1,2],{a=[]}])
    c83 = yamlencode(toset(["b","a"]))
    c84 = yamlencode({"a b"=1,"yes"=2})
    c85 = yamlencode("# x")
    c86 = yamlencode("- a")
    c87 = yamlencode(" lead")
    c88 = yamlencode("trail ")
    c89 = yamlencode("tab\t")
    c90 = yamlencode("a\nb")
    c91 = yamlencode("\n")
    c92 = yamlencode(local.s)
    c93 = yamlencode(local.id)
    c94 = yamlencode({a=local.id})
    c95 = yamlencode("0x1f")
    c96 = yamlencode("1e3")
    c97 = yamlencode("null")
    c98 = yamlencode("~")
    c99 = yamlencode("2020-01-01")
    c100 = yamlencode("@x")
    c101 = yamlencode("%x")
    c102 = yamlencode("a#b")
    c103 = yamlencode("a #b")
    c104 = yamldecode("a: 1\nb: [x, 2.5, null, yes]")
    c105 = yamldecode("- a\n- b")
    c106 = yamldecode("a")
    c107 = yamldecode("1_000")
    c108 = yamldecode("0x1f")
    c109 = yamldecode("0o17")
    c110 = yamldecode("017")
    c111 = yamldecode("0b11")
    c112 = yamldecode("1e3")
    c113 = yamldecode("2020-01-01")
    c114 = yamldecode("2020-01-01 10:00:00")
    c115 = yamldecode("12:30:45")
    c116 = yamldecode("~")
    c117 = yamldecode("a: &x 1\nb: *x")
    c118 = yamldecode("<<: {a: 1}\nb: 2")
    c119 = yamldecode("a: |\n  x\n  y\n")
    c120 = yamldecode("a: >\n  x\n  y\n")
    c121 = yamldecode("a: 1\na: 2")
    c122 = yamldecode("a: !!str 1")
    c123 = yamldecode("!!binary aGk=")
    c124 = yamldecode("'it''s'")
    c125 = yamldecode("\"\\u00e9\\n\"")
    c126 = yamldecode("on: push")
    c127 = yamldecode("y: n")
    c128 = yamldecode("+1")
    c129 = yamldecode("-.5")
    c130 = yamldecode("1.")
    c131 = yamldecode("a: 'x'  # c")
    c132 = yamldecode(local.s)
    c133 = yamldecode(local.id)
    c134 = yamldecode(sensitive("a: 1"))
    c135 = yamldecode("123456789012345678901234567890")
    c136 = yamldecode("a: \"\"\nb:")
    c137 = yamldecode("!!float 1")
    c138 = yamldecode("!!int '1'")
    c139 = yamldecode("!!bool yes")
    c140 = yamldecode("=")
  }
}

# Terraform refuses each of these.
output "refused" {
  value = [
    can(base64encode(null)),
    can(base64decode("w6k")),
    can(base64decode("/w==")),
    can(base64decode(" YQ==")),
    can(base64decode("_-8=")),
    can(sha256(null)),
    can(urlencode(null)),
    can(textencodebase64("日", "ISO-8859-1")),
    can(textencodebase64("é", "US-ASCII")),
    can(textencodebase64("€", "latin1")),
    can(textdecodebase64("/w==", "UTF-8")),
    can(textdecodebase64("6QA", "UTF-16LE")),
    can(textdecodebase64("6QAA", "UTF-16LE")),
    can(textdecodebase64("//4A2A==", "UTF-16")),
    can(jsondecode("01")),
    can(jsondecode("")),
    can(jsondecode("[1,]")),
    can(jsondecode("{\"a\":1}x")),
    can(jsondecode("{} {}")),
    can(jsondecode("'a'")),
    can(jsondecode("\"a\tb\"")),
    can(jsondecode(local.s)),
    can(jsondecode(null)),
    can(jsondecode("NaN")),
    can(jsondecode("tru")),
    can(jsondecode("\ufeff{}")),
    can(csvdecode("a,b\n1")),
    can(csvdecode("")),
    can(csvdecode("a,a\n1,2")),
    can(csvdecode("a,b\n1,2,3")),
    can(csvdecode("a\n\"x")),
    can(csvdecode("a\nx\"y")),
    can(yamldecode("")),
    can(yamldecode(".nan")),
    can(yamldecode("---\na: 1\n---\nb: 2")),
    can(yamldecode("{a: 1")),
    can(yamldecode("!custom x")),
    can(yamldecode("1: a\ntrue: b\nnull: c")),
    can(yamldecode("? [a]\n: b")),
    can(yamldecode(null)),
    can(yamldecode("!!set {a, b}")),
  ]
}
