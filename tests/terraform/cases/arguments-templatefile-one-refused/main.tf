output "x" {
  value = templatefile("main.tf")
}

