output "lists" { value = formatlist("%s-%s", ["a", "b"], ["c", "d"]) }
output "scalar" { value = formatlist("%s-%s", "x", ["c", "d"]) }
output "none" { value = formatlist("%s", []) }
output "numbers" { value = formatlist("%03d", [1, 2]) }
output "set" { value = formatlist("%s", toset(["b", "a"])) }
