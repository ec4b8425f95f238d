output "x" { value = try({}.a, [][0]) }
