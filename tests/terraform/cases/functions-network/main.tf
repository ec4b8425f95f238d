output "host" { value = [cidrhost("10.12.112.0/20", 16), cidrhost("10.12.112.0/20", -1)] }
output "host6" { value = cidrhost("fd00:fd12:3456:7890:00a2::/72", 34) }
output "netmask" { value = cidrnetmask("172.16.0.0/12") }
output "subnet" { value = [cidrsubnet("172.16.0.0/12", 4, 2), cidrsubnet("10.1.2.0/24", 4, 15)] }
output "subnet6" { value = cidrsubnet("fd00:fd12:3456:7890::/56", 16, 162) }
output "subnets" { value = cidrsubnets("10.1.0.0/16", 4, 4, 8, 4) }
