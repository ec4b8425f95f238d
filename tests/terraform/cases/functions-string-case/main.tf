output "upper" { value = upper("aé-ß") }
output "lower" { value = lower("AÉ") }
output "title" { value = title("it's a wonder-ful world") }
output "title_upper" { value = title("HELLO world") }
output "number" { value = upper(5) }
