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
    c0 = formatdate("YYYY-MM-DD'T'hh:mm:ssZ", "2018-01-02T23:12:01Z")
    c1 = formatdate("EEEE, DD-MMM-YY hh:mm:ss ZZZ", "2018-01-02T23:12:01Z")
    c2 = formatdate("EEE AA aa h HH H m s M MM MMMM D", "2018-01-02T03:02:01+05:30")
    c3 = formatdate("'it''s'", "2018-01-02T03:02:01Z")
    c4 = formatdate("YYYY", "2018-01-02T03:02:01.123Z")
    c5 = formatdate("", "2018-01-02T03:02:01Z")
    c6 = formatdate("YYYY", local.id)
    c7 = formatdate("YYYY", "0001-01-01T00:00:00Z")
    c8 = timeadd("2017-11-22T00:00:00Z", "10m")
    c9 = timeadd("2017-11-22T00:00:00Z", "1h30m5.5s")
    c10 = timeadd("2017-11-22T00:00:00Z", "-24h")
    c11 = timeadd("2017-11-22T00:00:00+02:00", "1h")
    c12 = timeadd("2017-11-22T00:00:00Z", "0")
    c13 = timeadd("2017-11-22T00:00:00Z", "100ns")
    c14 = timeadd("2017-11-22T00:00:00Z", "1us")
    c15 = timeadd("2017-11-22T00:00:00Z", "1.5h")
    c16 = timeadd("2017-11-22T00:00:00Z", "+1h")
    c17 = timeadd("2017-11-22T00:00:00.5Z", "500ms")
    c18 = timeadd("2017-11-22T00:00:00Z", ".5s")
    c19 = timeadd("2017-11-22T00:00:00Z", local.id)
    c20 = timecmp("2017-11-22T00:00:00Z", "2017-11-22T01:00:00+01:00")
    c21 = timecmp("2017-11-22T00:00:00Z", "2017-11-22T00:00:01Z")
    c22 = timecmp("2017-11-23T00:00:00Z", "2017-11-22T00:00:01Z")
    c23 = timecmp(local.id, "2017-11-22T00:00:01Z")
    c24 = cidrhost("10.0.0.0/8", 5)
    c25 = cidrhost("10.0.0.0/8", -1)
    c26 = cidrhost("10.0.0.7/8", 1)
    c27 = cidrhost("fe80::/64", 5)
    c28 = cidrhost("fe80::/64", -1)
    c29 = cidrhost("10.0.0.0/32", 0)
    c30 = cidrhost("010.0.0.0/8", 1)
    c31 = cidrhost("10.0.0.0/8", local.un)
    c32 = cidrhost(local.id, 1)
    c33 = cidrhost("fd00:fd12:3456:7890::/56", 34)
    c34 = cidrhost("2001:db8::/32", 18446744073709551616)
    c35 = cidrnetmask("10.0.0.0/12")
    c36 = cidrnetmask("10.0.0.0/0")
    c37 = cidrnetmask("10.0.0.0/32")
    c38 = cidrnetmask(local.id)
    c39 = cidrsubnet("10.0.0.0/8", 8, 2)
    c40 = cidrsubnet("10.0.0.0/8", 0, 0)
    c41 = cidrsubnet("10.0.0.0/8", -1, 0)
    c42 = cidrsubnet("10.0.0.0/8", 8, -1)
    c43 = cidrsubnet("fe80::/48", 16, 5)
    c44 = cidrsubnet("10.1.2.3/16", 8, 1)
    c45 = cidrsubnet("fe80::/48", 80, 1208925819614629174706175)
    c46 = cidrsubnet("10.0.0.0/8", local.un, 0)
    c47 = cidrsubnet("10.0.0.0/8", "8", "2")
    c48 = cidrsubnets("10.0.0.0/16", 4, 4, 8)
    c49 = cidrsubnets("10.0.0.0/16")
    c50 = cidrsubnets("fe80::/48", 16, 16)
    c51 = cidrsubnets("10.0.0.0/16", local.un)
    c52 = cidrsubnets(sensitive("10.0.0.0/16"), 4)
    c53 = cidrsubnets("10.0.0.0/16", 8, 4)
    c54 = uuidv5("dns", "example.com")
    c55 = uuidv5("url", "https://e.com")
    c56 = uuidv5("6ba7b810-9dad-11d1-80b4-00c04fd430c8", "a")
    c57 = uuidv5("{6ba7b810-9dad-11d1-80b4-00c04fd430c8}", "a")
    c58 = uuidv5("urn:uuid:6ba7b810-9dad-11d1-80b4-00c04fd430c8", "a")
    c59 = uuidv5("6ba7b8109dad11d180b400c04fd430c8", "a")
    c60 = uuidv5(local.id, "a")
    c61 = uuidv5("oid", "")
    c62 = setunion(["a"], ["b"])
    c63 = setunion(["a"])
    c64 = setunion([], [])
    c65 = setunion(["1"], [1])
    c66 = setunion(["a"], local.us)
    c67 = setunion(["a"], [local.id])
    c68 = setunion(local.sl, ["c"])
    c69 = setintersection(["a","b"], ["b"])
    c70 = setintersection(["a"], local.us)
    c71 = setintersection([1], ["1"])
    c72 = setintersection(["a"])
    c73 = setintersection([], ["a"])
    c74 = setsubtract(["a","b"], ["b"])
    c75 = setsubtract(["a"], [])
    c76 = setsubtract([1,2], ["1"])
    c77 = setsubtract(["a"], local.us)
    c78 = setsubtract([], local.us)
    c79 = setsubtract(["a"], [local.id])
    c80 = setproduct(["a","b"], [1,2])
    c81 = setproduct(["a"], [])
    c82 = setproduct(toset(["b","a"]), toset([1]))
    c83 = setproduct(["a", 1], ["x"])
    c84 = setproduct(["a"], local.ul)
    c85 = setproduct(["a", local.id], ["x"])
    c86 = setproduct(toset(["a"]), ["x"])
    c87 = setproduct([], local.ul)
    c88 = setproduct(local.sl, ["x"])
    c89 = setproduct(local.ls, ["x"])
    c90 = setproduct([["a"]], ["x"])
    c91 = setproduct([[],[1]], ["x"])
    c92 = setproduct([null], [1])
    c93 = tostring(null)
    c94 = tostring(1.0)
    c95 = tostring(true)
    c96 = tostring(local.s)
    c97 = tostring(1e21)
    c98 = tostring(0.1)
    c99 = tostring(1e-10)
    c100 = tonumber("1")
    c101 = tonumber(null)
    c102 = tonumber("1e3")
    c103 = tobool("true")
    c104 = tobool("1")
    c105 = tobool(null)
    c106 = tolist([1,"a"])
    c107 = tolist(["a", null])
    c108 = tolist(toset(["b","a"]))
    c109 = tolist(null)
    c110 = tolist([[1],["a"]])
    c111 = tolist([{a=1},{b=2}])
    c112 = tolist([{a=1},{a="x"}])
    c113 = tolist([[], ["a"]])
    c114 = tolist([true, "x"])
    c115 = tolist(local.us)
    c116 = tolist(local.ls)
    c117 = tolist([])
    c118 = tolist([null, null])
    c119 = toset(["b","a","b"])
    c120 = toset([1,"1"])
    c121 = toset([])
    c122 = toset(null)
    c123 = toset([null])
    c124 = toset(["a", local.id])
    c125 = toset(local.ls)
    c126 = toset([["a"],["a"]])
    c127 = toset([true,"true"])
    c128 = toset([1, 2, 10])
    c129 = toset([1.0, 1])
    c130 = tomap({a=1,b="x"})
    c131 = tomap({})
    c132 = tomap(null)
    c133 = tomap({a=null})
    c134 = tomap({a=[1],b=["x"]})
    c135 = tomap({a={x=1},b={y=2}})
    c136 = tomap({a=local.id})
    c137 = tomap({a=local.s})
    c138 = tomap(tomap({a=1}))
    c139 = try(null.a, "x")
    c140 = try(local.id.a, "x")
    c141 = try(local.dyn.a, "x")
    c142 = try([1][5], "x")
    c143 = try(tonumber("x"), 0)
    c144 = try(1)
    c145 = try(local.s, 1)
    c146 = try(tonumber(local.s), 1)
    c147 = try({a=1}.b, null)
    c148 = try(local.dyn, "x")
    c149 = try([local.id][0], "x")
    c150 = try([local.dyn][1], "x")
    c151 = try({a=local.dyn}.b, "x")
    c152 = can(local.id)
    c153 = can(local.dyn.a)
    c154 = can([1][5])
    c155 = can(null)
    c156 = can(null.a)
    c157 = can(tonumber("x"))
    c158 = can(tonumber(local.s))
    c159 = can(local.s)
    c160 = can(regex("a", "b"))
    c161 = can({a=local.id}.a)
    c162 = can({a=local.id}.b)
    c163 = can([local.id][0])
    c164 = can(local.ul[0])
    c165 = sensitive("a")
    c166 = sensitive(null)
    c167 = sensitive(local.s)
    c168 = sensitive(local.id)
    c169 = sensitive([1])
    c170 = nonsensitive(local.s)
    c171 = nonsensitive("a")
    c172 = nonsensitive(local.ls)
    c173 = nonsensitive(local.sl)
    c174 = nonsensitive(local.id)
    c175 = nonsensitive({a=local.s})
    c176 = issensitive(local.s)
    c177 = issensitive("a")
    c178 = issensitive(local.ls)
    c179 = issensitive(local.ls[1])
    c180 = issensitive(local.id)
    c181 = issensitive(null)
    c182 = issensitive(sensitive(local.id))
    c183 = ephemeralasnull("a")
    c184 = ephemeralasnull({a=1})
    c185 = ephemeralasnull(local.s)
    c186 = ephemeralasnull(local.id)
  }
}

# Terraform refuses each of these.
output "refused" {
  value = [
    can(formatdate("ZZZZ ZZZZZ Z ZZ ZZZ", "2018-01-02T03:02:01+05:30")),
    can(formatdate("YYYYY", "2018-01-02T03:02:01Z")),
    can(formatdate("x", "2018-01-02T03:02:01Z")),
    can(formatdate("'x", "2018-01-02T03:02:01Z")),
    can(formatdate("YY", "2018-13-02T03:02:01Z")),
    can(formatdate("YYYY", "2018-01-02 03:02:01Z")),
    can(formatdate("YYYY", "2018-02-30T03:02:01Z")),
    can(formatdate("YYYY", "2018-01-02t03:02:01z")),
    can(formatdate("hh:mm", "2018-01-02T24:00:00Z")),
    can(formatdate("ss", "2018-01-02T23:59:60Z")),
    can(timeadd("2017-11-22T00:00:00Z", "1d")),
    can(timeadd("2017-11-22T00:00:00Z", "")),
    can(timeadd("2017-11-22T00:00:00Z", "1")),
    can(timeadd("2017-11-22T00:00:00Z", "99999999h")),
    can(timeadd("bad", "1h")),
    can(timecmp("x", "2017-11-22T00:00:01Z")),
    can(cidrhost("10.0.0.0/30", 4)),
    can(cidrhost("10.0.0.0", 1)),
    can(cidrhost("10.0.0.0/8", 1.5)),
    can(cidrhost("10.0.0.0/33", 1)),
    can(cidrnetmask("fe80::/64")),
    can(cidrnetmask("x")),
    can(cidrsubnet("10.0.0.0/8", 8, 256)),
    can(cidrsubnet("10.0.0.0/8", 25, 0)),
    can(cidrsubnet("10.0.0.0/8", 8, 1.5)),
    can(cidrsubnets("10.0.0.0/30", 1, 1, 1)),
    can(cidrsubnets("10.0.0.0/16", 17)),
    can(cidrsubnets("10.0.0.0/16", 0)),
    can(cidrsubnets("fe80::/48", 33)),
    can(uuidv5("x", "a")),
    can(uuidv5("6ba7b8-109dad11d180b400c04fd430c8", "a")),
    can(setunion(null, ["a"])),
    can(setunion([["a"]], ["b"])),
    can(setunion()),
    can(setsubtract(["a"], ["a"], ["b"])),
    can(setproduct(["a"])),
    can(setproduct(["a"], null)),
    can(tostring([])),
    can(tonumber("")),
    can(tonumber("a")),
    can(tonumber(true)),
    can(tonumber("١")),
    can(tobool("TRUE")),
    can(tobool(1)),
    can(tobool("yes")),
    can(tobool("")),
    can(tolist("a")),
    can(tolist({a=1})),
    can(tolist([true, 1])),
    can(toset({a=1})),
    can(tomap([])),
    can(tomap({a=1,b=[1]})),
    can(try()),
    can(try(tonumber("x"), tonumber("y"))),
    can(can(1, 2)),
  ]
}
