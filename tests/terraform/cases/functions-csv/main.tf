output "rows" { value = csvdecode("a,b,c\n1,2,3\n4,5,6\n") }
output "quoted" { value = csvdecode("a,b\n\"x, y\",\"q \"\"z\"\"\"\n") }
output "empty" { value = csvdecode("a,b\n") }
