output "encode" { value = base64encode("Hello World é") }
output "decode" { value = base64decode("SGVsbG8=") }
output "text" { value = textencodebase64("Hello", "UTF-16LE") }
output "text_back" { value = textdecodebase64(textencodebase64("é", "UTF-16LE"), "UTF-16LE") }
output "url" { value = urlencode("a b/c?d=é&e") }
