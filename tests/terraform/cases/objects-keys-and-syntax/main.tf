locals { key = "computed" }
output "colon" { value = { a : 1, "b" : 2 } }
output "computed" { value = { (local.key) = 1, "${local.key}-2" = 2, local = 3 } }
output "numbers" { value = { 1 = "a", 2.5 = "b" } }
output "keyword" { value = { if = 2, null = 3, true = 4 } }
output "last_wins" { value = { a = 1, a = 2 } }
output "trailing" { value = [1, 2, ] }
output "nested" { value = { a = { b = { c = [] } } } }
output "empty" { value = [{}, []] }
