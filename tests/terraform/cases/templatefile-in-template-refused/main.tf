output "text" { value = templatefile("outer.tftpl", { n = 1 }) }
