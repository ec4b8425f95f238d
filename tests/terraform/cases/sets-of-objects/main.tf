output "objects" { value = toset([{ a = 2 }, { a = 1 }, { a = 2 }]) }
output "lists" { value = toset([["b"], ["a"]]) }
output "count" { value = length(toset([{ a = 1, b = "x" }, { a = 1, b = "x" }])) }
