# Your own hardware: nobody else answers for anything.

resource "vsphere_host" "rack_7" {
  hostname = "esx-7.example.com"
  username = "root"
  password = var.host_password
}

variable "host_password" {
  type      = string
  sensitive = true
}

resource "vsphere_host_port_group" "shop" {
  name                = "shop"
  host_system_id      = vsphere_host.rack_7.id
  virtual_switch_name = "vSwitch0"
  allow_promiscuous   = false
}

resource "vsphere_virtual_machine" "shop" {
  name             = "shop"
  resource_pool_id = "resgroup-1"
  datastore_id     = "datastore-1"
  host_system_id   = vsphere_host.rack_7.id
  num_cpus         = 2
  memory           = 4096
  guest_id         = "ubuntu64Guest"

  network_interface {
    network_id = "network-1"
  }

  disk {
    label = "disk0"
    size  = 40
  }
}
