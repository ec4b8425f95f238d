output "x" { value = { for v in ["a"] : null => v } }
