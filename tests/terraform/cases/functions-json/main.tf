output "encode" { value = jsonencode({ b = [1, 2.5, null], a = "x", c = true, d = { e = "f" } }) }
output "escapes" { value = jsonencode("<a & b> \"q\" \\ \n \u2028 é") }
output "numbers" { value = jsonencode([1, 1.5, 1e30, 0.1, 123456789012345678901234567890]) }
output "decode" { value = jsondecode("{\"a\": [1, \"x\", null, true], \"b\": {\"c\": 1.5}}") }
output "round" { value = jsondecode(jsonencode({ a = [1, "2"] })) }
output "set" { value = jsonencode(toset(["b", "a"])) }
output "big" { value = jsondecode("1e3") }
