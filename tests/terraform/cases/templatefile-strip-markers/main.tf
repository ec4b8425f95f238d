output "text" { value = templatefile("t.tftpl", { n = 5 }) }
