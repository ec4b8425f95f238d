output "text" { value = templatefile("outer.tftpl", { list = ["b", "a"] }) }
