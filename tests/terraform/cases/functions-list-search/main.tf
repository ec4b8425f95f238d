output "contains" { value = contains(["a", "b"], "b") }
output "contains_number" { value = contains(["1"], 1) }
output "index" { value = index(["a", "b"], "b") }
output "element" { value = [element(["a", "b"], 1), element(["a", "b"], 3)] }
output "element_negative" { value = can(element(["a", "b"], -1)) }
output "matchkeys" { value = matchkeys(["i-1", "i-2"], ["us", "eu"], ["eu"]) }
output "all" { value = [alltrue([true, true]), alltrue([]), alltrue([true, false])] }
output "any" { value = [anytrue([true, false]), anytrue([]), anytrue(["true"])] }
