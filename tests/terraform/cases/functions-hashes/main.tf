output "md5" { value = md5("hello") }
output "sha1" { value = sha1("hello") }
output "sha256" { value = sha256("hello") }
output "sha512" { value = sha512("hello") }
output "base64sha256" { value = base64sha256("hello") }
output "base64sha512" { value = base64sha512("hello") }
output "uuidv5" { value = uuidv5("dns", "www.terraform.io") }
output "uuidv5_url" { value = uuidv5("url", "https://example.com/") }
