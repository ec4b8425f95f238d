output "composed" { value = "e\u0301" == "\u00e9" }
output "length" { value = length("e\u0301a") }
output "emoji" { value = length("👨‍👩‍👧") }
output "flag" { value = length("🇨🇭") }
output "substr" { value = substr("e\u0301xyz", 0, 2) }
output "reverse" { value = strrev("ae\u0301") }
output "upper" { value = upper("straße é") }
