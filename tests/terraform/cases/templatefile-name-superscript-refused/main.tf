resource "terraform_data" "x" { input = templatefile("t.tftpl", { "a²" = 1 }) }
