output "sum" { value = 0.1 + 0.2 == 0.3 }
output "thirds" { value = 1 / 3 * 3 == 1 }
output "third" { value = 1 / 3 }
output "third_text" { value = tostring(1 / 3) }
output "large" { value = 123456789012345678901234567890 }
output "large_text" { value = "${123456789012345678901234567890 + 1}" }
output "product" { value = tostring(99999999999 * 99999999999) }
output "fraction" { value = "${0.1 + 0.2}" }
output "two_thirds" { value = "${2 / 3}" }
