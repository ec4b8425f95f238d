output "text" { value = format("Hello, %s!", "you") }
output "quoted" { value = format("%q", "a\"b\n") }
output "number" { value = format("%d items", 12) }
output "padded" { value = format("%05d|%-5d|%5d", 42, 42, 42) }
output "float" { value = format("%.2f", 3.14159) }
output "float_default" { value = format("%f", 1.5) }
output "hex" { value = format("%x %X %o %b", 255, 255, 8, 5) }
output "any" { value = format("%v %v %v", 1, true, "a") }
output "any_list" { value = format("%v", [1, "a"]) }
output "any_map" { value = format("%v", { a = 1 }) }
output "json" { value = format("%#v", "a") }
output "percent" { value = format("100%%") }
output "bool" { value = format("%t", true) }
output "argument" { value = format("%[2]s %[1]s", "a", "b") }
output "plus" { value = format("%+d % d", 5, 5) }
output "width" { value = format("%10s|%-10s|", "a", "b") }
