output "x" { value = nothing("a") }
