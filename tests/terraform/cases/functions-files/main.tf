output "file" { value = file("${path.module}/data/a.txt") }
output "exists" { value = [fileexists("${path.module}/data/a.txt"), fileexists("data/none.txt")] }
output "set" { value = fileset("${path.module}/data", "*.txt") }
output "set_all" { value = fileset(path.module, "data/**") }
output "base64" { value = filebase64("data/a.txt") }
output "hashes" { value = [filemd5("data/a.txt"), filesha1("data/a.txt"), filesha256("data/a.txt")] }
output "json" { value = jsondecode(file("data/c.json")).key }
