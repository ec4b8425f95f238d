output "native" { value = local.from_json }
locals { from_native = "n" }
