output "map" { value = yamlencode({ b = 1, a = [1, "x", true, null], c = { d = "e" } }) }
output "texts" { value = yamlencode(["yes", "1", "a: b", "", "multi\nline", "null"]) }
output "empty" { value = yamlencode({ a = [], b = {} }) }
