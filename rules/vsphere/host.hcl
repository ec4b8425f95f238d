# The customer's own hosts: what a public cloud would answer for is the customer's here.

setting "vsphere-host-lockdown" {
  title    = "Hosts take commands from vCenter only"
  problem  = "People can sign in to this host itself, past vCenter"
  layer    = "hosts"
  severity = "medium"

  resource  = "vsphere_host"
  attribute = "lockdown"
  condition = contains(["normal", "strict"], value)

  why        = "Roles, second factors and the log of vCenter do not reach what is done on the host itself."
  fix        = { lockdown = "normal" }
  careful    = "keep one exception user for the day vCenter is down"
  references = ["https://techdocs.broadcom.com/us/en/vmware-cis/vsphere/vsphere/8-0/vsphere-security.html"]
  since      = "0.1.0"
}
