variable "esxi_password" {
  type      = string
  sensitive = true
}

resource "vsphere_host" "silent" { # expect: unset vsphere-host-lockdown
  hostname = "esx1.example.com"
  username = "root"
  password = var.esxi_password
}

resource "vsphere_host" "open" {
  hostname = "esx2.example.com"
  username = "root"
  password = var.esxi_password
  lockdown = "disabled" # expect: insecure vsphere-host-lockdown
}

locals {
  hosts = {
    "esx3.example.com" = "normal"
    "esx4.example.com" = "normal"
  }
}

resource "vsphere_host" "locked" {
  for_each = local.hosts
  hostname = each.key
  username = "root"
  password = var.esxi_password
  lockdown = "strict" # expect: secure vsphere-host-lockdown
}

variable "lockdown" {
  type = string
}

resource "vsphere_host" "undecided" {
  hostname = "esx5.example.com"
  username = "root"
  password = var.esxi_password
  lockdown = var.lockdown # expect: unknown vsphere-host-lockdown because var.lockdown
}
