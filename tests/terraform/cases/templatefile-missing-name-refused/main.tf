output "x" { value = templatefile("${path.module}/t.tftpl", { a = 1 }) }
