output "trim" { value = trim("?!hello?!", "!?") }
output "prefix" { value = trimprefix("helloworld", "hello") }
output "prefix_none" { value = trimprefix("helloworld", "cat") }
output "suffix" { value = trimsuffix("helloworld", "world") }
output "space" { value = trimspace("  \t\n a b \r\n") }
output "chomp" { value = chomp("hello\r\n\n") }
output "empty" { value = trim("", "a") }
