output "text" { value = templatefile("${path.module}/greeting.tftpl", { names = ["a", "b"], upper = true }) }
output "only_wraps" { value = templatefile("${path.module}/wrap.tftpl", { list = [1, 2] }) }
output "functions" { value = templatefile("${path.module}/functions.tftpl", { x = "a" }) }
