# On a host's own switch, two of the three are allowed unless refused.
# expect(+1): unset vsphere-network-policy-forged-transmits, unset vsphere-network-policy-mac-changes, secure vsphere-network-policy-promiscuous
resource "vsphere_host_virtual_switch" "silent" {
  name             = "vSwitch1"
  host_system_id   = "host-10"
  network_adapters = ["vmnic0"]
  active_nics      = ["vmnic0"]
  standby_nics     = []
}

resource "vsphere_host_virtual_switch" "careful" {
  name                   = "vSwitch2"
  host_system_id         = "host-10"
  network_adapters       = ["vmnic1"]
  active_nics            = ["vmnic1"]
  standby_nics           = []
  allow_promiscuous      = false # expect: secure vsphere-network-policy-promiscuous
  allow_forged_transmits = false # expect: secure vsphere-network-policy-forged-transmits
  allow_mac_changes      = false # expect: secure vsphere-network-policy-mac-changes
}

resource "vsphere_host_port_group" "sniffer" {
  name                = "sniffer"
  host_system_id      = "host-10"
  virtual_switch_name = vsphere_host_virtual_switch.careful.name
  allow_promiscuous   = true # expect: insecure vsphere-network-policy-promiscuous
}

resource "vsphere_distributed_port_group" "nested" { # expect: secure vsphere-network-policy-promiscuous
  name                            = "nested"
  distributed_virtual_switch_uuid = "50 2c 1f"
  allow_forged_transmits          = true # expect: insecure vsphere-network-policy-forged-transmits
  allow_mac_changes               = true # expect: insecure vsphere-network-policy-mac-changes
}

variable "promiscuous" {
  type = bool
}

resource "vsphere_distributed_port_group" "open" {
  name                            = "open"
  distributed_virtual_switch_uuid = "50 2c 1f"
  allow_promiscuous               = var.promiscuous # expect: unknown vsphere-network-policy-promiscuous because var.promiscuous
}
