locals {
  none   = null
  single = { name = "one" }
}
output "null" { value = local.none[*] }
output "null_length" { value = length(local.none[*]) }
output "single" { value = local.single[*].name }
output "string" { value = "a"[*] }
output "empty" { value = [][*] }
output "map" { value = { a = 1 }[*] }
output "null_element" { value = [null][*] }
