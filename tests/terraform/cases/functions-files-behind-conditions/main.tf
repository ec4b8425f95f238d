output "untaken" { value = fileexists("no.json") ? jsondecode(file("no.json")) : {} }
output "untaken_text" { value = fileexists("no.txt") ? file("no.txt") : "none" }
output "taken" { value = fileexists("yes.json") ? jsondecode(file("yes.json")) : { a = 0 } }
