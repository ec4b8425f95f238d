output "indent" { value = indent(2, "a\nb\n\nc") }
output "reverse" { value = strrev("hello") }
output "format" { value = formatdate("YYYY", "2020-01-02T03:04:05Z") }
