output "starts" { value = startswith("hello", "he") }
output "starts_empty" { value = startswith("hello", "") }
output "ends" { value = endswith("hello", "lo") }
output "contains" { value = strcontains("hello", "ell") }
output "not" { value = strcontains("hello", "x") }
