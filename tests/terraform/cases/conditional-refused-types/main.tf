output "x" { value = true ? { a = 1 } : [1] }
