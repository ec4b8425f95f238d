locals {
  t = "<$${v}>"
}
output "x" {
  value = [
    bcrypt("a", "4", 5),
    try(can(), 3),
    try(timestamp(1), 4),
    textencodebase64("a", "UTF-16LE"),
    templatestring(local.t, { v = 1 }),
    templatestring(local.t, tomap({ v = "a" })),
  ]
}

