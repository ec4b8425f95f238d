locals {
  networks = {
    a = { cidr = "10.0.0.0/16", subnets = 2 }
    b = { cidr = "10.1.0.0/16", subnets = 1 }
  }
  subnets = flatten([
    for name, network in local.networks : [
      for n in range(network.subnets) : { key = "${name}-${n}", cidr = cidrsubnet(network.cidr, 8, n) }
    ]
  ])
}
resource "terraform_data" "subnet" {
  for_each = { for s in local.subnets : s.key => s }
  input    = each.value.cidr
}
output "cidrs" { value = { for k, s in terraform_data.subnet : k => s.input } }
output "count" { value = length(local.subnets) }
