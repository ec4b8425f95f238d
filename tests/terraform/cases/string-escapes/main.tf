output "newline" { value = "a\nb\tc\rd" }
output "quotes" { value = "\"q\" \\ back" }
output "unicode" { value = "\u00e9\U0001F600" }
output "dollar" { value = "$${literal} %%{literal}" }
output "lone" { value = "$ % $a %a $$ %%" }
output "braces" { value = "{}${"x"}}" }
output "nested" { value = "a${"b${"c"}"}" }
