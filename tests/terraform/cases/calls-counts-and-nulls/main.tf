# Each function with one argument after the other, with too many of them, and with null for each.
locals {
  t = "<$${v}>"
}
output "abs" {
  value = [
    can(abs()),
    can(abs(1)),
    can(abs(1, "x")),
    can(abs(1, "x", "x")),
    can(abs(1, "x", "x", "x")),
    can(abs(null)),
  ]
}
output "abspath" {
  value = [
    can(abspath()),
    can(abspath("a", "x")),
    can(abspath("a", "x", "x")),
    can(abspath("a", "x", "x", "x")),
    can(abspath(null)),
  ]
}
output "alltrue" {
  value = [
    can(alltrue()),
    can(alltrue([])),
    can(alltrue([], "x")),
    can(alltrue([], "x", "x")),
    can(alltrue([], "x", "x", "x")),
    can(alltrue(null)),
  ]
}
output "anytrue" {
  value = [
    can(anytrue()),
    can(anytrue([])),
    can(anytrue([], "x")),
    can(anytrue([], "x", "x")),
    can(anytrue([], "x", "x", "x")),
    can(anytrue(null)),
  ]
}
output "base64decode" {
  value = [
    can(base64decode()),
    can(base64decode("YQ==")),
    can(base64decode("YQ==", "x")),
    can(base64decode("YQ==", "x", "x")),
    can(base64decode("YQ==", "x", "x", "x")),
    can(base64decode(null)),
  ]
}
output "base64encode" {
  value = [
    can(base64encode()),
    can(base64encode("a")),
    can(base64encode("a", "x")),
    can(base64encode("a", "x", "x")),
    can(base64encode("a", "x", "x", "x")),
    can(base64encode(null)),
  ]
}
output "base64gzip" {
  value = [
    can(base64gzip()),
    can(base64gzip("a", "x")),
    can(base64gzip("a", "x", "x")),
    can(base64gzip("a", "x", "x", "x")),
    can(base64gzip(null)),
  ]
}
output "base64sha256" {
  value = [
    can(base64sha256()),
    can(base64sha256("a")),
    can(base64sha256("a", "x")),
    can(base64sha256("a", "x", "x")),
    can(base64sha256("a", "x", "x", "x")),
    can(base64sha256(null)),
  ]
}
output "base64sha512" {
  value = [
    can(base64sha512()),
    can(base64sha512("a")),
    can(base64sha512("a", "x")),
    can(base64sha512("a", "x", "x")),
    can(base64sha512("a", "x", "x", "x")),
    can(base64sha512(null)),
  ]
}
output "basename" {
  value = [
    can(basename()),
    can(basename("a")),
    can(basename("a", "x")),
    can(basename("a", "x", "x")),
    can(basename("a", "x", "x", "x")),
    can(basename(null)),
  ]
}
output "bcrypt" {
  value = [
    can(bcrypt()),
    can(bcrypt("a")),
    can(bcrypt("a", 5)),
    can(bcrypt("a", 5, 5)),
    can(bcrypt("a", 5, 5, 5)),
    can(bcrypt(null)),
    can(bcrypt("a", null)),
  ]
}
output "can" {
  value = [
    can(can()),
    can(can(1)),
    can(can(1, "x")),
    can(can(1, "x", "x")),
    can(can(1, "x", "x", "x")),
    can(can(null)),
  ]
}
output "ceil" {
  value = [
    can(ceil()),
    can(ceil(1)),
    can(ceil(1, "x")),
    can(ceil(1, "x", "x")),
    can(ceil(1, "x", "x", "x")),
    can(ceil(null)),
  ]
}
output "chomp" {
  value = [
    can(chomp()),
    can(chomp("a")),
    can(chomp("a", "x")),
    can(chomp("a", "x", "x")),
    can(chomp("a", "x", "x", "x")),
    can(chomp(null)),
  ]
}
output "chunklist" {
  value = [
    can(chunklist()),
    can(chunklist(["a"])),
    can(chunklist(["a"], 1)),
    can(chunklist(["a"], 1, "x")),
    can(chunklist(["a"], 1, "x", "x")),
    can(chunklist(["a"], 1, "x", "x", "x")),
    can(chunklist(null, 1)),
    can(chunklist(["a"], null)),
  ]
}
output "cidrhost" {
  value = [
    can(cidrhost()),
    can(cidrhost("10.0.0.0/8")),
    can(cidrhost("10.0.0.0/8", 1)),
    can(cidrhost("10.0.0.0/8", 1, "x")),
    can(cidrhost("10.0.0.0/8", 1, "x", "x")),
    can(cidrhost("10.0.0.0/8", 1, "x", "x", "x")),
    can(cidrhost(null, 1)),
    can(cidrhost("10.0.0.0/8", null)),
  ]
}
output "cidrnetmask" {
  value = [
    can(cidrnetmask()),
    can(cidrnetmask("10.0.0.0/8")),
    can(cidrnetmask("10.0.0.0/8", "x")),
    can(cidrnetmask("10.0.0.0/8", "x", "x")),
    can(cidrnetmask("10.0.0.0/8", "x", "x", "x")),
    can(cidrnetmask(null)),
  ]
}
output "cidrsubnet" {
  value = [
    can(cidrsubnet()),
    can(cidrsubnet("10.0.0.0/8")),
    can(cidrsubnet("10.0.0.0/8", 1)),
    can(cidrsubnet("10.0.0.0/8", 1, 1)),
    can(cidrsubnet("10.0.0.0/8", 1, 1, "x")),
    can(cidrsubnet("10.0.0.0/8", 1, 1, "x", "x")),
    can(cidrsubnet("10.0.0.0/8", 1, 1, "x", "x", "x")),
    can(cidrsubnet(null, 1, 1)),
    can(cidrsubnet("10.0.0.0/8", null, 1)),
    can(cidrsubnet("10.0.0.0/8", 1, null)),
  ]
}
output "cidrsubnets" {
  value = [
    can(cidrsubnets()),
    can(cidrsubnets("10.0.0.0/8")),
    can(cidrsubnets("10.0.0.0/8", 4)),
    can(cidrsubnets("10.0.0.0/8", 4, 4)),
    can(cidrsubnets("10.0.0.0/8", 4, 4, 4)),
    can(cidrsubnets(null)),
    can(cidrsubnets("10.0.0.0/8", null)),
  ]
}
output "coalesce" {
  value = [
    can(coalesce()),
    can(coalesce("a")),
    can(coalesce("a", "b")),
    can(coalesce("a", "b", "b")),
    can(coalesce("a", "b", "b", "b")),
    can(coalesce(null)),
    can(coalesce("a", null)),
  ]
}
output "coalescelist" {
  value = [
    can(coalescelist()),
    can(coalescelist(["a"])),
    can(coalescelist(["a"], ["b"])),
    can(coalescelist(["a"], ["b"], ["b"])),
    can(coalescelist(["a"], ["b"], ["b"], ["b"])),
    can(coalescelist(null)),
    can(coalescelist(["a"], null)),
  ]
}
output "compact" {
  value = [
    can(compact()),
    can(compact(["a"])),
    can(compact(["a"], "x")),
    can(compact(["a"], "x", "x")),
    can(compact(["a"], "x", "x", "x")),
    can(compact(null)),
  ]
}
output "concat" {
  value = [
    can(concat()),
    can(concat(["a"])),
    can(concat(["a"], ["b"])),
    can(concat(["a"], ["b"], ["b"])),
    can(concat(["a"], ["b"], ["b"], ["b"])),
    can(concat(null)),
    can(concat(["a"], null)),
  ]
}
output "contains" {
  value = [
    can(contains()),
    can(contains(["a"])),
    can(contains(["a"], "a")),
    can(contains(["a"], "a", "x")),
    can(contains(["a"], "a", "x", "x")),
    can(contains(["a"], "a", "x", "x", "x")),
    can(contains(null, "a")),
    can(contains(["a"], null)),
  ]
}
output "csvdecode" {
  value = [
    can(csvdecode()),
    can(csvdecode("a,b\n1,2")),
    can(csvdecode("a,b\n1,2", "x")),
    can(csvdecode("a,b\n1,2", "x", "x")),
    can(csvdecode("a,b\n1,2", "x", "x", "x")),
    can(csvdecode(null)),
  ]
}
output "dirname" {
  value = [
    can(dirname()),
    can(dirname("a")),
    can(dirname("a", "x")),
    can(dirname("a", "x", "x")),
    can(dirname("a", "x", "x", "x")),
    can(dirname(null)),
  ]
}
output "distinct" {
  value = [
    can(distinct()),
    can(distinct(["a"])),
    can(distinct(["a"], "x")),
    can(distinct(["a"], "x", "x")),
    can(distinct(["a"], "x", "x", "x")),
    can(distinct(null)),
  ]
}
output "element" {
  value = [
    can(element()),
    can(element(["a"])),
    can(element(["a"], 0)),
    can(element(["a"], 0, "x")),
    can(element(["a"], 0, "x", "x")),
    can(element(["a"], 0, "x", "x", "x")),
    can(element(null, 0)),
    can(element(["a"], null)),
  ]
}
output "endswith" {
  value = [
    can(endswith()),
    can(endswith("a")),
    can(endswith("a", "a")),
    can(endswith("a", "a", "x")),
    can(endswith("a", "a", "x", "x")),
    can(endswith("a", "a", "x", "x", "x")),
    can(endswith(null, "a")),
    can(endswith("a", null)),
  ]
}
output "ephemeralasnull" {
  value = [
    can(ephemeralasnull()),
    can(ephemeralasnull(1)),
    can(ephemeralasnull(1, "x")),
    can(ephemeralasnull(1, "x", "x")),
    can(ephemeralasnull(1, "x", "x", "x")),
    can(ephemeralasnull(null)),
  ]
}
output "file" {
  value = [
    can(file()),
    can(file("hello.txt")),
    can(file("hello.txt", "x")),
    can(file("hello.txt", "x", "x")),
    can(file("hello.txt", "x", "x", "x")),
    can(file(null)),
  ]
}
output "filebase64" {
  value = [
    can(filebase64()),
    can(filebase64("hello.txt")),
    can(filebase64("hello.txt", "x")),
    can(filebase64("hello.txt", "x", "x")),
    can(filebase64("hello.txt", "x", "x", "x")),
    can(filebase64(null)),
  ]
}
output "filebase64sha256" {
  value = [
    can(filebase64sha256()),
    can(filebase64sha256("hello.txt")),
    can(filebase64sha256("hello.txt", "x")),
    can(filebase64sha256("hello.txt", "x", "x")),
    can(filebase64sha256("hello.txt", "x", "x", "x")),
    can(filebase64sha256(null)),
  ]
}
output "filebase64sha512" {
  value = [
    can(filebase64sha512()),
    can(filebase64sha512("hello.txt")),
    can(filebase64sha512("hello.txt", "x")),
    can(filebase64sha512("hello.txt", "x", "x")),
    can(filebase64sha512("hello.txt", "x", "x", "x")),
    can(filebase64sha512(null)),
  ]
}
output "fileexists" {
  value = [
    can(fileexists()),
    can(fileexists("hello.txt")),
    can(fileexists("hello.txt", "x")),
    can(fileexists("hello.txt", "x", "x")),
    can(fileexists("hello.txt", "x", "x", "x")),
    can(fileexists(null)),
  ]
}
output "filemd5" {
  value = [
    can(filemd5()),
    can(filemd5("hello.txt")),
    can(filemd5("hello.txt", "x")),
    can(filemd5("hello.txt", "x", "x")),
    can(filemd5("hello.txt", "x", "x", "x")),
    can(filemd5(null)),
  ]
}
output "fileset" {
  value = [
    can(fileset()),
    can(fileset(".")),
    can(fileset(".", "*.x")),
    can(fileset(".", "*.x", "x")),
    can(fileset(".", "*.x", "x", "x")),
    can(fileset(".", "*.x", "x", "x", "x")),
    can(fileset(null, "*.x")),
    can(fileset(".", null)),
  ]
}
output "filesha1" {
  value = [
    can(filesha1()),
    can(filesha1("hello.txt")),
    can(filesha1("hello.txt", "x")),
    can(filesha1("hello.txt", "x", "x")),
    can(filesha1("hello.txt", "x", "x", "x")),
    can(filesha1(null)),
  ]
}
output "filesha256" {
  value = [
    can(filesha256()),
    can(filesha256("hello.txt")),
    can(filesha256("hello.txt", "x")),
    can(filesha256("hello.txt", "x", "x")),
    can(filesha256("hello.txt", "x", "x", "x")),
    can(filesha256(null)),
  ]
}
output "filesha512" {
  value = [
    can(filesha512()),
    can(filesha512("hello.txt")),
    can(filesha512("hello.txt", "x")),
    can(filesha512("hello.txt", "x", "x")),
    can(filesha512("hello.txt", "x", "x", "x")),
    can(filesha512(null)),
  ]
}
output "flatten" {
  value = [
    can(flatten()),
    can(flatten(["a"])),
    can(flatten(["a"], "x")),
    can(flatten(["a"], "x", "x")),
    can(flatten(["a"], "x", "x", "x")),
    can(flatten(null)),
  ]
}
output "floor" {
  value = [
    can(floor()),
    can(floor(1)),
    can(floor(1, "x")),
    can(floor(1, "x", "x")),
    can(floor(1, "x", "x", "x")),
    can(floor(null)),
  ]
}
output "format" {
  value = [
    can(format()),
    can(format("a")),
    can(format("a", "a")),
    can(format("a", "a", "a")),
    can(format("a", "a", "a", "a")),
    can(format(null)),
    can(format("a", null)),
  ]
}
output "formatdate" {
  value = [
    can(formatdate()),
    can(formatdate("YYYY")),
    can(formatdate("YYYY", "2020-01-01T00:00:00Z")),
    can(formatdate("YYYY", "2020-01-01T00:00:00Z", "x")),
    can(formatdate("YYYY", "2020-01-01T00:00:00Z", "x", "x")),
    can(formatdate("YYYY", "2020-01-01T00:00:00Z", "x", "x", "x")),
    can(formatdate(null, "2020-01-01T00:00:00Z")),
    can(formatdate("YYYY", null)),
  ]
}
output "formatlist" {
  value = [
    can(formatlist()),
    can(formatlist("a")),
    can(formatlist("a", ["a"])),
    can(formatlist("a", ["a"], ["a"])),
    can(formatlist("a", ["a"], ["a"], ["a"])),
    can(formatlist(null)),
    can(formatlist("a", null)),
  ]
}
output "indent" {
  value = [
    can(indent()),
    can(indent(1)),
    can(indent(1, "a")),
    can(indent(1, "a", "x")),
    can(indent(1, "a", "x", "x")),
    can(indent(1, "a", "x", "x", "x")),
    can(indent(null, "a")),
    can(indent(1, null)),
  ]
}
output "index" {
  value = [
    can(index()),
    can(index(["a"])),
    can(index(["a"], "a")),
    can(index(["a"], "a", "x")),
    can(index(["a"], "a", "x", "x")),
    can(index(["a"], "a", "x", "x", "x")),
    can(index(null, "a")),
    can(index(["a"], null)),
  ]
}
output "issensitive" {
  value = [
    can(issensitive()),
    can(issensitive(1)),
    can(issensitive(1, "x")),
    can(issensitive(1, "x", "x")),
    can(issensitive(1, "x", "x", "x")),
    can(issensitive(null)),
  ]
}
output "join" {
  value = [
    can(join()),
    can(join(",")),
    can(join(",", ["a"])),
    can(join(",", ["a"], ["b"])),
    can(join(",", ["a"], ["b"], ["b"])),
    can(join(",", ["a"], ["b"], ["b"], ["b"])),
    can(join(null, ["a"])),
    can(join(",", null)),
    can(join(",", ["a"], null)),
  ]
}
output "jsondecode" {
  value = [
    can(jsondecode()),
    can(jsondecode("1")),
    can(jsondecode("1", "x")),
    can(jsondecode("1", "x", "x")),
    can(jsondecode("1", "x", "x", "x")),
    can(jsondecode(null)),
  ]
}
output "jsonencode" {
  value = [
    can(jsonencode()),
    can(jsonencode(1)),
    can(jsonencode(1, "x")),
    can(jsonencode(1, "x", "x")),
    can(jsonencode(1, "x", "x", "x")),
    can(jsonencode(null)),
  ]
}
output "keys" {
  value = [
    can(keys()),
    can(keys({})),
    can(keys({}, "x")),
    can(keys({}, "x", "x")),
    can(keys({}, "x", "x", "x")),
    can(keys(null)),
  ]
}
output "length" {
  value = [
    can(length()),
    can(length([])),
    can(length([], "x")),
    can(length([], "x", "x")),
    can(length([], "x", "x", "x")),
    can(length(null)),
  ]
}
output "log" {
  value = [
    can(log()),
    can(log(4)),
    can(log(4, 2)),
    can(log(4, 2, "x")),
    can(log(4, 2, "x", "x")),
    can(log(4, 2, "x", "x", "x")),
    can(log(null, 2)),
    can(log(4, null)),
  ]
}
output "lookup" {
  value = [
    can(lookup()),
    can(lookup({ a = "b" })),
    can(lookup({ a = "b" }, "a")),
    can(lookup({ a = "b" }, "a", "c")),
    can(lookup({ a = "b" }, "a", "c", "c")),
    can(lookup({ a = "b" }, "a", "c", "c", "c")),
    can(lookup(null, "a")),
    can(lookup({ a = "b" }, null)),
    can(lookup({ a = "b" }, "a", null)),
  ]
}
output "lower" {
  value = [
    can(lower()),
    can(lower("a")),
    can(lower("a", "x")),
    can(lower("a", "x", "x")),
    can(lower("a", "x", "x", "x")),
    can(lower(null)),
  ]
}
output "matchkeys" {
  value = [
    can(matchkeys()),
    can(matchkeys(["a"])),
    can(matchkeys(["a"], ["b"])),
    can(matchkeys(["a"], ["b"], ["b"])),
    can(matchkeys(["a"], ["b"], ["b"], "x")),
    can(matchkeys(["a"], ["b"], ["b"], "x", "x")),
    can(matchkeys(["a"], ["b"], ["b"], "x", "x", "x")),
    can(matchkeys(null, ["b"], ["b"])),
    can(matchkeys(["a"], null, ["b"])),
    can(matchkeys(["a"], ["b"], null)),
  ]
}
output "max" {
  value = [
    can(max()),
    can(max(1)),
    can(max(1, 2)),
    can(max(1, 2, 2)),
    can(max(1, 2, 2, 2)),
    can(max(null)),
    can(max(1, null)),
  ]
}
output "md5" {
  value = [
    can(md5()),
    can(md5("a")),
    can(md5("a", "x")),
    can(md5("a", "x", "x")),
    can(md5("a", "x", "x", "x")),
    can(md5(null)),
  ]
}
output "merge" {
  value = [
    can(merge()),
    can(merge({})),
    can(merge({}, {})),
    can(merge({}, {}, {})),
    can(merge({}, {}, {}, {})),
    can(merge(null)),
    can(merge({}, null)),
  ]
}
output "min" {
  value = [
    can(min()),
    can(min(1)),
    can(min(1, 2)),
    can(min(1, 2, 2)),
    can(min(1, 2, 2, 2)),
    can(min(null)),
    can(min(1, null)),
  ]
}
output "nonsensitive" {
  value = [
    can(nonsensitive()),
    can(nonsensitive(1)),
    can(nonsensitive(1, "x")),
    can(nonsensitive(1, "x", "x")),
    can(nonsensitive(1, "x", "x", "x")),
    can(nonsensitive(null)),
  ]
}
output "one" {
  value = [
    can(one()),
    can(one([])),
    can(one([], "x")),
    can(one([], "x", "x")),
    can(one([], "x", "x", "x")),
    can(one(null)),
  ]
}
output "parseint" {
  value = [
    can(parseint()),
    can(parseint("1")),
    can(parseint("1", 10)),
    can(parseint("1", 10, "x")),
    can(parseint("1", 10, "x", "x")),
    can(parseint("1", 10, "x", "x", "x")),
    can(parseint(null, 10)),
    can(parseint("1", null)),
  ]
}
output "pathexpand" {
  value = [
    can(pathexpand()),
    can(pathexpand("a")),
    can(pathexpand("a", "x")),
    can(pathexpand("a", "x", "x")),
    can(pathexpand("a", "x", "x", "x")),
    can(pathexpand(null)),
  ]
}
output "plantimestamp" {
  value = [
    can(plantimestamp("x")),
    can(plantimestamp("x", "x")),
    can(plantimestamp("x", "x", "x")),
  ]
}
output "pow" {
  value = [
    can(pow()),
    can(pow(1)),
    can(pow(1, 2)),
    can(pow(1, 2, "x")),
    can(pow(1, 2, "x", "x")),
    can(pow(1, 2, "x", "x", "x")),
    can(pow(null, 2)),
    can(pow(1, null)),
  ]
}
output "range" {
  value = [
    can(range()),
    can(range(3)),
    can(range(3, 2)),
    can(range(3, 2, 2)),
    can(range(3, 2, 2, 2)),
    can(range(null)),
    can(range(3, null)),
  ]
}
output "regex" {
  value = [
    can(regex()),
    can(regex("a")),
    can(regex("a", "a")),
    can(regex("a", "a", "x")),
    can(regex("a", "a", "x", "x")),
    can(regex("a", "a", "x", "x", "x")),
    can(regex(null, "a")),
    can(regex("a", null)),
  ]
}
output "regexall" {
  value = [
    can(regexall()),
    can(regexall("a")),
    can(regexall("a", "a")),
    can(regexall("a", "a", "x")),
    can(regexall("a", "a", "x", "x")),
    can(regexall("a", "a", "x", "x", "x")),
    can(regexall(null, "a")),
    can(regexall("a", null)),
  ]
}
output "replace" {
  value = [
    can(replace()),
    can(replace("a")),
    can(replace("a", "a")),
    can(replace("a", "a", "a")),
    can(replace("a", "a", "a", "x")),
    can(replace("a", "a", "a", "x", "x")),
    can(replace("a", "a", "a", "x", "x", "x")),
    can(replace(null, "a", "a")),
    can(replace("a", null, "a")),
    can(replace("a", "a", null)),
  ]
}
output "reverse" {
  value = [
    can(reverse()),
    can(reverse(["a"])),
    can(reverse(["a"], "x")),
    can(reverse(["a"], "x", "x")),
    can(reverse(["a"], "x", "x", "x")),
    can(reverse(null)),
  ]
}
output "rsadecrypt" {
  value = [
    can(rsadecrypt()),
    can(rsadecrypt("a")),
    can(rsadecrypt("a", "b", "x")),
    can(rsadecrypt("a", "b", "x", "x")),
    can(rsadecrypt("a", "b", "x", "x", "x")),
    can(rsadecrypt(null, "b")),
    can(rsadecrypt("a", null)),
  ]
}
output "sensitive" {
  value = [
    can(sensitive()),
    can(sensitive(1)),
    can(sensitive(1, "x")),
    can(sensitive(1, "x", "x")),
    can(sensitive(1, "x", "x", "x")),
    can(sensitive(null)),
  ]
}
output "setintersection" {
  value = [
    can(setintersection()),
    can(setintersection(["a"])),
    can(setintersection(["a"], ["b"])),
    can(setintersection(["a"], ["b"], ["b"])),
    can(setintersection(["a"], ["b"], ["b"], ["b"])),
    can(setintersection(null)),
    can(setintersection(["a"], null)),
  ]
}
output "setproduct" {
  value = [
    can(setproduct()),
    can(setproduct(["a"])),
    can(setproduct(["a"], ["b"])),
    can(setproduct(["a"], ["b"], ["b"])),
    can(setproduct(["a"], ["b"], ["b"], ["b"])),
    can(setproduct(["a"], ["b"], ["b"], ["b"], ["b"])),
    can(setproduct(null, ["b"])),
    can(setproduct(["a"], null)),
    can(setproduct(["a"], ["b"], null)),
  ]
}
output "setsubtract" {
  value = [
    can(setsubtract()),
    can(setsubtract(["a"])),
    can(setsubtract(["a"], ["b"])),
    can(setsubtract(["a"], ["b"], "x")),
    can(setsubtract(["a"], ["b"], "x", "x")),
    can(setsubtract(["a"], ["b"], "x", "x", "x")),
    can(setsubtract(null, ["b"])),
    can(setsubtract(["a"], null)),
  ]
}
output "setunion" {
  value = [
    can(setunion()),
    can(setunion(["a"])),
    can(setunion(["a"], ["b"])),
    can(setunion(["a"], ["b"], ["b"])),
    can(setunion(["a"], ["b"], ["b"], ["b"])),
    can(setunion(null)),
    can(setunion(["a"], null)),
  ]
}
output "sha1" {
  value = [
    can(sha1()),
    can(sha1("a")),
    can(sha1("a", "x")),
    can(sha1("a", "x", "x")),
    can(sha1("a", "x", "x", "x")),
    can(sha1(null)),
  ]
}
output "sha256" {
  value = [
    can(sha256()),
    can(sha256("a")),
    can(sha256("a", "x")),
    can(sha256("a", "x", "x")),
    can(sha256("a", "x", "x", "x")),
    can(sha256(null)),
  ]
}
output "sha512" {
  value = [
    can(sha512()),
    can(sha512("a")),
    can(sha512("a", "x")),
    can(sha512("a", "x", "x")),
    can(sha512("a", "x", "x", "x")),
    can(sha512(null)),
  ]
}
output "signum" {
  value = [
    can(signum()),
    can(signum(1)),
    can(signum(1, "x")),
    can(signum(1, "x", "x")),
    can(signum(1, "x", "x", "x")),
    can(signum(null)),
  ]
}
output "slice" {
  value = [
    can(slice()),
    can(slice(["a"])),
    can(slice(["a"], 0)),
    can(slice(["a"], 0, 1)),
    can(slice(["a"], 0, 1, "x")),
    can(slice(["a"], 0, 1, "x", "x")),
    can(slice(["a"], 0, 1, "x", "x", "x")),
    can(slice(null, 0, 1)),
    can(slice(["a"], null, 1)),
    can(slice(["a"], 0, null)),
  ]
}
output "sort" {
  value = [
    can(sort()),
    can(sort(["a"])),
    can(sort(["a"], "x")),
    can(sort(["a"], "x", "x")),
    can(sort(["a"], "x", "x", "x")),
    can(sort(null)),
  ]
}
output "split" {
  value = [
    can(split()),
    can(split(",")),
    can(split(",", "a")),
    can(split(",", "a", "x")),
    can(split(",", "a", "x", "x")),
    can(split(",", "a", "x", "x", "x")),
    can(split(null, "a")),
    can(split(",", null)),
  ]
}
output "startswith" {
  value = [
    can(startswith()),
    can(startswith("a")),
    can(startswith("a", "a")),
    can(startswith("a", "a", "x")),
    can(startswith("a", "a", "x", "x")),
    can(startswith("a", "a", "x", "x", "x")),
    can(startswith(null, "a")),
    can(startswith("a", null)),
  ]
}
output "strcontains" {
  value = [
    can(strcontains()),
    can(strcontains("a")),
    can(strcontains("a", "a")),
    can(strcontains("a", "a", "x")),
    can(strcontains("a", "a", "x", "x")),
    can(strcontains("a", "a", "x", "x", "x")),
    can(strcontains(null, "a")),
    can(strcontains("a", null)),
  ]
}
output "strrev" {
  value = [
    can(strrev()),
    can(strrev("a")),
    can(strrev("a", "x")),
    can(strrev("a", "x", "x")),
    can(strrev("a", "x", "x", "x")),
    can(strrev(null)),
  ]
}
output "substr" {
  value = [
    can(substr()),
    can(substr("a")),
    can(substr("a", 0)),
    can(substr("a", 0, 1)),
    can(substr("a", 0, 1, "x")),
    can(substr("a", 0, 1, "x", "x")),
    can(substr("a", 0, 1, "x", "x", "x")),
    can(substr(null, 0, 1)),
    can(substr("a", null, 1)),
    can(substr("a", 0, null)),
  ]
}
output "sum" {
  value = [
    can(sum()),
    can(sum([1])),
    can(sum([1], "x")),
    can(sum([1], "x", "x")),
    can(sum([1], "x", "x", "x")),
    can(sum(null)),
  ]
}
output "templatefile" {
  value = [
    can(templatefile()),
    can(templatefile("hello.txt")),
    can(templatefile("hello.txt", {})),
    can(templatefile("hello.txt", {}, "x")),
    can(templatefile("hello.txt", {}, "x", "x")),
    can(templatefile("hello.txt", {}, "x", "x", "x")),
    can(templatefile(null, {})),
    can(templatefile("hello.txt", null)),
  ]
}
output "templatestring" {
  value = [
    can(templatestring()),
    can(templatestring(local.t)),
    can(templatestring(local.t, {})),
    can(templatestring(local.t, {}, "x")),
    can(templatestring(local.t, {}, "x", "x")),
    can(templatestring(local.t, {}, "x", "x", "x")),
    can(templatestring(null, {})),
    can(templatestring(local.t, null)),
  ]
}
output "textdecodebase64" {
  value = [
    can(textdecodebase64()),
    can(textdecodebase64("YQ==")),
    can(textdecodebase64("YQ==", "UTF-8")),
    can(textdecodebase64("YQ==", "UTF-8", "x")),
    can(textdecodebase64("YQ==", "UTF-8", "x", "x")),
    can(textdecodebase64("YQ==", "UTF-8", "x", "x", "x")),
    can(textdecodebase64(null, "UTF-8")),
    can(textdecodebase64("YQ==", null)),
  ]
}
output "textencodebase64" {
  value = [
    can(textencodebase64()),
    can(textencodebase64("a")),
    can(textencodebase64("a", "UTF-8")),
    can(textencodebase64("a", "UTF-8", "x")),
    can(textencodebase64("a", "UTF-8", "x", "x")),
    can(textencodebase64("a", "UTF-8", "x", "x", "x")),
    can(textencodebase64(null, "UTF-8")),
    can(textencodebase64("a", null)),
  ]
}
output "timeadd" {
  value = [
    can(timeadd()),
    can(timeadd("2020-01-01T00:00:00Z")),
    can(timeadd("2020-01-01T00:00:00Z", "1h")),
    can(timeadd("2020-01-01T00:00:00Z", "1h", "x")),
    can(timeadd("2020-01-01T00:00:00Z", "1h", "x", "x")),
    can(timeadd("2020-01-01T00:00:00Z", "1h", "x", "x", "x")),
    can(timeadd(null, "1h")),
    can(timeadd("2020-01-01T00:00:00Z", null)),
  ]
}
output "timecmp" {
  value = [
    can(timecmp()),
    can(timecmp("2020-01-01T00:00:00Z")),
    can(timecmp("2020-01-01T00:00:00Z", "2020-01-01T00:00:00Z")),
    can(timecmp("2020-01-01T00:00:00Z", "2020-01-01T00:00:00Z", "x")),
    can(timecmp("2020-01-01T00:00:00Z", "2020-01-01T00:00:00Z", "x", "x")),
    can(timecmp("2020-01-01T00:00:00Z", "2020-01-01T00:00:00Z", "x", "x", "x")),
    can(timecmp(null, "2020-01-01T00:00:00Z")),
    can(timecmp("2020-01-01T00:00:00Z", null)),
  ]
}
output "timestamp" {
  value = [
    can(timestamp()),
    can(timestamp("x")),
    can(timestamp("x", "x")),
    can(timestamp("x", "x", "x")),
  ]
}
output "title" {
  value = [
    can(title()),
    can(title("a")),
    can(title("a", "x")),
    can(title("a", "x", "x")),
    can(title("a", "x", "x", "x")),
    can(title(null)),
  ]
}
output "tobool" {
  value = [
    can(tobool()),
    can(tobool(true)),
    can(tobool(true, "x")),
    can(tobool(true, "x", "x")),
    can(tobool(true, "x", "x", "x")),
    can(tobool(null)),
  ]
}
output "tolist" {
  value = [
    can(tolist()),
    can(tolist([])),
    can(tolist([], "x")),
    can(tolist([], "x", "x")),
    can(tolist([], "x", "x", "x")),
    can(tolist(null)),
  ]
}
output "tomap" {
  value = [
    can(tomap()),
    can(tomap({})),
    can(tomap({}, "x")),
    can(tomap({}, "x", "x")),
    can(tomap({}, "x", "x", "x")),
    can(tomap(null)),
  ]
}
output "tonumber" {
  value = [
    can(tonumber()),
    can(tonumber(1)),
    can(tonumber(1, "x")),
    can(tonumber(1, "x", "x")),
    can(tonumber(1, "x", "x", "x")),
    can(tonumber(null)),
  ]
}
output "toset" {
  value = [
    can(toset()),
    can(toset([])),
    can(toset([], "x")),
    can(toset([], "x", "x")),
    can(toset([], "x", "x", "x")),
    can(toset(null)),
  ]
}
output "tostring" {
  value = [
    can(tostring()),
    can(tostring(1)),
    can(tostring(1, "x")),
    can(tostring(1, "x", "x")),
    can(tostring(1, "x", "x", "x")),
    can(tostring(null)),
  ]
}
output "transpose" {
  value = [
    can(transpose()),
    can(transpose({ a = ["b"] })),
    can(transpose({ a = ["b"] }, "x")),
    can(transpose({ a = ["b"] }, "x", "x")),
    can(transpose({ a = ["b"] }, "x", "x", "x")),
    can(transpose(null)),
  ]
}
output "trim" {
  value = [
    can(trim()),
    can(trim("a")),
    can(trim("a", "a")),
    can(trim("a", "a", "x")),
    can(trim("a", "a", "x", "x")),
    can(trim("a", "a", "x", "x", "x")),
    can(trim(null, "a")),
    can(trim("a", null)),
  ]
}
output "trimprefix" {
  value = [
    can(trimprefix()),
    can(trimprefix("a")),
    can(trimprefix("a", "a")),
    can(trimprefix("a", "a", "x")),
    can(trimprefix("a", "a", "x", "x")),
    can(trimprefix("a", "a", "x", "x", "x")),
    can(trimprefix(null, "a")),
    can(trimprefix("a", null)),
  ]
}
output "trimspace" {
  value = [
    can(trimspace()),
    can(trimspace("a")),
    can(trimspace("a", "x")),
    can(trimspace("a", "x", "x")),
    can(trimspace("a", "x", "x", "x")),
    can(trimspace(null)),
  ]
}
output "trimsuffix" {
  value = [
    can(trimsuffix()),
    can(trimsuffix("a")),
    can(trimsuffix("a", "a")),
    can(trimsuffix("a", "a", "x")),
    can(trimsuffix("a", "a", "x", "x")),
    can(trimsuffix("a", "a", "x", "x", "x")),
    can(trimsuffix(null, "a")),
    can(trimsuffix("a", null)),
  ]
}
output "try" {
  value = [
    can(try()),
    can(try(1)),
    can(try(1, 1)),
    can(try(1, 1, 1)),
    can(try(1, 1, 1, 1)),
    can(try(null)),
    can(try(1, null)),
  ]
}
output "upper" {
  value = [
    can(upper()),
    can(upper("a")),
    can(upper("a", "x")),
    can(upper("a", "x", "x")),
    can(upper("a", "x", "x", "x")),
    can(upper(null)),
  ]
}
output "urlencode" {
  value = [
    can(urlencode()),
    can(urlencode("a")),
    can(urlencode("a", "x")),
    can(urlencode("a", "x", "x")),
    can(urlencode("a", "x", "x", "x")),
    can(urlencode(null)),
  ]
}
output "uuid" {
  value = [
    can(uuid()),
    can(uuid("x")),
    can(uuid("x", "x")),
    can(uuid("x", "x", "x")),
  ]
}
output "uuidv5" {
  value = [
    can(uuidv5()),
    can(uuidv5("dns")),
    can(uuidv5("dns", "a")),
    can(uuidv5("dns", "a", "x")),
    can(uuidv5("dns", "a", "x", "x")),
    can(uuidv5("dns", "a", "x", "x", "x")),
    can(uuidv5(null, "a")),
    can(uuidv5("dns", null)),
  ]
}
output "values" {
  value = [
    can(values()),
    can(values({})),
    can(values({}, "x")),
    can(values({}, "x", "x")),
    can(values({}, "x", "x", "x")),
    can(values(null)),
  ]
}
output "yamldecode" {
  value = [
    can(yamldecode()),
    can(yamldecode("1")),
    can(yamldecode("1", "x")),
    can(yamldecode("1", "x", "x")),
    can(yamldecode("1", "x", "x", "x")),
    can(yamldecode(null)),
  ]
}
output "yamlencode" {
  value = [
    can(yamlencode()),
    can(yamlencode(1)),
    can(yamlencode(1, "x")),
    can(yamlencode(1, "x", "x")),
    can(yamlencode(1, "x", "x", "x")),
    can(yamlencode(null)),
  ]
}
output "zipmap" {
  value = [
    can(zipmap()),
    can(zipmap(["a"])),
    can(zipmap(["a"], [1])),
    can(zipmap(["a"], [1], "x")),
    can(zipmap(["a"], [1], "x", "x")),
    can(zipmap(["a"], [1], "x", "x", "x")),
    can(zipmap(null, [1])),
    can(zipmap(["a"], null)),
  ]
}
