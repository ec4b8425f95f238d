# Virtual switches and port groups.

setting "vsphere-network-policy" {
  family = {
    promiscuous      = { attribute = "allow_promiscuous", problem = "Machines on this network can read each other's traffic", title = "Machines read their own traffic only", severity = "medium" }
    forged-transmits = { attribute = "allow_forged_transmits", problem = "Machines on this network can send in each other's name", title = "Machines send in their own name only", severity = "low" }
    mac-changes      = { attribute = "allow_mac_changes", problem = "Machines on this network can take each other's address", title = "Machines keep their own address", severity = "low" }
  }
  title    = family.value.title
  problem  = family.value.problem
  layer    = "network"
  severity = family.value.severity

  # Left out on a port group, its switch decides; on a distributed switch, vCenter refuses all three.
  resource  = ["vsphere_host_virtual_switch", "vsphere_host_port_group", "vsphere_distributed_virtual_switch", "vsphere_distributed_port_group"]
  attribute = family.value.attribute
  condition = value != true

  why        = "One machine that is taken over listens to, or speaks for, all the others beside it."
  fix        = { (family.value.attribute) = false }
  careful    = "nested hypervisors, load balancers and some clusters change addresses on purpose"
  references = ["https://techdocs.broadcom.com/us/en/vmware-cis/vsphere/vsphere/8-0/vsphere-security.html"]
  since      = "0.1.0"
}
