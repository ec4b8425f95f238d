output "middle" { value = substr("hello world", 1, 4) }
output "to_end" { value = substr("hello", 2, -1) }
output "negative" { value = substr("hello", -3, 2) }
output "beyond" { value = substr("hello", 3, 100) }
output "outside" { value = substr("hello", 10, 2) }
output "zero" { value = substr("hello", 1, 0) }
output "unicode" { value = substr("🤔🤷", 0, 1) }
