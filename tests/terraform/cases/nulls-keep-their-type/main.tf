# A null has a type: what is made of it and of others shows which.
variable "t" { default = true }
variable "s" {
  type    = string
  default = null
}
variable "n" {
  type    = number
  default = null
}
variable "b" {
  type    = bool
  default = null
}
variable "ls" {
  type    = list(string)
  default = null
}
variable "ms" {
  type    = map(string)
  default = null
}
variable "o" {
  type    = object({ a = optional(string), n = optional(number), l = optional(list(string)) })
  default = {}
}
variable "any" {
  default = null
}
output "values" {
  value = [
    try({ v = var.t ? 1 : var.s }, "refused"),
    try({ v = var.t ? "a" : var.n }, "refused"),
    try({ v = var.t ? true : var.s }, "refused"),
    try({ v = var.t ? true : var.n }, "refused"),
    try({ v = var.t ? 1 : var.b }, "refused"),
    try({ v = var.t ? [1] : var.ls }, "refused"),
    try({ v = var.t ? [true] : var.ls }, "refused"),
    try({ v = var.t ? { a = 1 } : var.ms }, "refused"),
    try({ v = var.t ? 1 : var.ls }, "refused"),
    try({ v = var.t ? var.s : 1 }, "refused"),
    try({ v = var.t ? var.n : "a" }, "refused"),
    try({ v = var.t ? var.ls : [1] }, "refused"),
    try({ v = var.t ? 1 : var.any }, "refused"),
    try({ v = var.t ? 1 : tostring(null) }, "refused"),
    try({ v = var.t ? 1 : null }, "refused"),
    try({ v = var.t ? 1 : var.o.a }, "refused"),
    try({ v = var.t ? "a" : var.o.n }, "refused"),
    try({ v = var.t ? [1] : var.o.l }, "refused"),
    try({ v = var.t ? { a = 1 } : { a = var.s } }, "refused"),
    try({ v = var.t ? { a = 1 } : { a = null } }, "refused"),
    try({ v = var.t ? [1, 2] : [var.s, var.s] }, "refused"),
    try({ v = var.t ? [1] : [var.s, var.s] }, "refused"),
    try({ v = var.t ? { a = 1 } : var.o }, "refused"),
    try({ v = var.t ? { a = 1, n = "2", l = ["x"] } : var.o }, "refused"),
    try({ v = var.t ? { a = 1, n = 2 } : { a = var.s, n = var.n } }, "refused"),
    try({ v = tolist([var.s, 1]) }, "refused"),
    try({ v = tolist([var.n, true]) }, "refused"),
    try({ v = tolist([var.n, "x"]) }, "refused"),
    try({ v = tolist([var.s, true, 1]) }, "refused"),
    try({ v = tolist([null, 1]) }, "refused"),
    try({ v = tolist([var.ls, [1]]) }, "refused"),
    try({ v = toset([var.s, 1]) }, "refused"),
    try({ v = toset([var.s, var.n]) }, "refused"),
    try({ v = tomap({ a = var.s, b = 1 }) }, "refused"),
    try({ v = tomap({ a = null, b = 1 }) }, "refused"),
    try({ v = [var.s == null, var.s == var.n, var.s == tostring(null), var.ls == null, var.ls == var.ms] }, "refused"),
    try({ v = coalesce(var.s, 1) }, "refused"),
    try({ v = coalesce(var.n, "x") }, "refused"),
    try({ v = coalesce(var.n, true) }, "refused"),
    try({ v = coalesce(var.s, var.n, true) }, "refused"),
    try({ v = coalesce(null, 1) }, "refused"),
    try({ v = coalescelist(var.ls, [1]) }, "refused"),
    try({ v = try(var.s, 1) }, "refused"),
    try({ v = concat([var.s], [1]) }, "refused"),
    try({ v = concat(tolist([var.s]), tolist([1])) }, "refused"),
    try({ v = merge({ a = var.s }, { b = 1 }) }, "refused"),
    try({ v = merge(var.ms, { b = 1 }) }, "refused"),
    try({ v = merge(var.ms, tomap({ b = 1 })) }, "refused"),
    try({ v = setunion([var.s], [1]) }, "refused"),
    try({ v = contains([var.s], null) }, "refused"),
    try({ v = contains(tolist([var.s, "a"]), null) }, "refused"),
    try({ v = contains(tolist([1]), var.s) }, "refused"),
    try({ v = index([1, var.s], 1) }, "refused"),
    try({ v = distinct([var.s, 1, "1"]) }, "refused"),
    try({ v = length([var.s]) }, "refused"),
    try({ v = lookup({ a = var.s }, "b", 1) }, "refused"),
    try({ v = lookup(tomap({ a = var.s }), "b", 1) }, "refused"),
    try({ v = lookup({ a = 1 }, "b", var.s) }, "refused"),
    try({ v = lookup(tomap({ a = 1 }), "b", var.s) }, "refused"),
    try({ v = zipmap(["a"], [var.s]) }, "refused"),
    try({ v = flatten([[var.s], [1]]) }, "refused"),
    try({ v = jsonencode([var.s, 1]) }, "refused"),
    try({ v = [for x in [var.s, 1] : x] }, "refused"),
    try({ v = { for k, v in { a = var.s, b = 1 } : k => v } }, "refused"),
    try({ v = tolist([for x in [var.s, 1] : x]) }, "refused"),
    try({ v = one([var.s]) }, "refused"),
    try({ v = one(var.ls) }, "refused"),
    try({ v = element([var.s, 1], 1) }, "refused"),
    try({ v = element(tolist([var.s, 1]), 1) }, "refused"),
    try({ v = values({ a = var.s, b = 1 }) }, "refused"),
    try({ v = values(tomap({ a = var.s, b = 1 })) }, "refused"),
    try({ v = reverse([var.s, 1]) }, "refused"),
    try({ v = slice([var.s, 1], 1, 2) }, "refused"),
    try({ v = slice(tolist([var.s, 1]), 1, 2) }, "refused"),
    try({ v = matchkeys([1], [var.s], [null]) }, "refused"),
    try({ v = transpose({ a = var.ls }) }, "refused"),
    try({ v = compact([var.s, 1]) }, "refused"),
    try({ v = sort([var.s]) }, "refused"),
    try({ v = max(var.n, 1) }, "refused"),
    try({ v = setproduct([var.s], [1]) }, "refused"),
    try({ v = setproduct(toset([var.s]), [1]) }, "refused"),
    try({ v = chunklist([var.s, 1], 1) }, "refused"),
    try({ v = tostring(var.n) }, "refused"),
    try({ v = tonumber(var.s) }, "refused"),
    try({ v = tolist(var.ls) }, "refused"),
    try({ v = toset(var.ls) }, "refused"),
    try({ v = tomap(var.ms) }, "refused"),
    try({ v = var.t ? tolist([1]) : tolist([var.s]) }, "refused"),
    try({ v = var.t ? tomap({ a = 1 }) : tomap({ a = var.s }) }, "refused"),
    try({ v = var.t ? tolist(null) : [1] }, "refused"),
    try({ v = var.t ? [1] : tolist(null) }, "refused"),
    try({ v = var.t ? tonumber(null) : "a" }, "refused"),
    try({ v = var.t ? (var.t ? 1 : var.s) : 2 }, "refused"),
    try({ v = var.t ? (var.t ? 1 : null) : "x" }, "refused"),
    try({ v = var.t ? null : 1 }, "refused"),
    try({ v = (var.t ? null : 1) == null }, "refused"),
    try({ v = var.t ? (var.t ? null : 1) : "x" }, "refused"),
    try({ v = tolist([var.t ? null : 1, "x"]) }, "refused"),
    try({ v = tolist([var.t ? null : "x", 1]) }, "refused"),
    try({ v = formatlist("%s", [var.s]) }, "refused"),
    try({ v = var.ls == tolist(null) }, "refused"),
    try({ v = tolist([var.o.a, 1]) }, "refused"),
    try({ v = tolist([var.o.n, "1"]) }, "refused"),
    try({ v = [for x in tolist([{ a = null, b = 1 }, { a = "x", b = 2 }]) : x] }, "refused"),
    try({ v = tolist([{ a = var.s, b = 1 }, { a = 1, b = 2 }]) }, "refused"),
    try({ v = tolist([{ a = null }, { a = 1 }]) }, "refused"),
    try({ v = tolist([{ a = var.ls }, { a = [1] }]) }, "refused"),
  ]
}
