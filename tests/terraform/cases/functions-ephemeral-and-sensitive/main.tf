output "null" { value = ephemeralasnull("a") }
output "nonsensitive" { value = nonsensitive(sensitive("a")) }
output "is" { value = [issensitive(sensitive("a")), issensitive("a")] }
