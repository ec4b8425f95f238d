# Ranges of ports and of addresses: who is told of what.

variable "office" {
  type = string
}

resource "aws_security_group" "scopes" {
  name   = "scopes"
  vpc_id = "vpc-0a1b2c3d4e5f60718"

  ingress { # expect: secure network-ingress-private-ssh, secure network-ingress-open-ssh
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["203.0.113.0/24"] # expect: insecure network-ingress-public-ssh
  }

  ingress {
    from_port   = 5432
    to_port     = 5432
    protocol    = "tcp"
    cidr_blocks = ["10.1.2.0/27", "10.0.0.0/8"] # expect: insecure network-ingress-private-postgresql
  }

  ingress { # expect: secure network-ingress-private-mysql
    from_port   = 3306
    to_port     = 3306
    protocol    = "tcp"
    cidr_blocks = ["10.1.2.0/27", "192.168.1.7/32"]
  }

  ingress { # everyone is told of once: a range beside it adds nothing
    from_port   = 6379
    to_port     = 6379
    protocol    = "tcp"
    cidr_blocks = ["203.0.113.0/24", "10.0.0.0/8", "0.0.0.0/0"] # expect: insecure network-ingress-open-redis
  }
}

resource "aws_security_group" "no_scopes" { # expect: secure network-ingress-public-redis, secure network-ingress-private-redis, secure network-ingress-public-mysql
  name   = "no-scopes"
  vpc_id = "vpc-0a1b2c3d4e5f60718"

  ingress {
    from_port        = 3306
    to_port          = 3306
    protocol         = "tcp"
    ipv6_cidr_blocks = ["fd00:1:2:3::/64"]
  }

  ingress { # every port, from a range: no service in particular
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["10.0.0.0/8"]
  }
}

resource "aws_security_group" "six" {
  name   = "six"
  vpc_id = "vpc-0a1b2c3d4e5f60718"

  ingress {
    from_port        = 3306
    to_port          = 3306
    protocol         = "tcp"
    ipv6_cidr_blocks = ["fd00:1:2::/48"] # expect: insecure network-ingress-private-mysql
  }

  ingress {
    from_port        = 3306
    to_port          = 3306
    protocol         = "tcp"
    ipv6_cidr_blocks = ["2001:db8::/32"] # expect: insecure network-ingress-public-mysql
  }
}

resource "aws_security_group_rule" "undecided" {
  type              = "ingress"
  from_port         = 22
  to_port           = 22
  protocol          = "tcp"
  cidr_blocks       = [var.office] # expect: unknown network-ingress-open-ssh because var.office, unknown network-ingress-public-ssh because var.office, unknown network-ingress-private-ssh because var.office
  security_group_id = aws_security_group.scopes.id
}

# Both protocols of one port are two things.

resource "aws_vpc_security_group_ingress_rule" "names" {
  security_group_id = aws_security_group.scopes.id
  ip_protocol       = "udp"
  from_port         = 137
  to_port           = 138
  cidr_ipv4         = "0.0.0.0/0" # expect: insecure network-ingress-open-netbios-name-udp, insecure network-ingress-open-netbios-datagram-udp, insecure network-ingress-range
}

resource "aws_vpc_security_group_ingress_rule" "names_over_tcp" { # expect: secure network-ingress-open-netbios-name-udp
  security_group_id = aws_security_group.scopes.id
  ip_protocol       = "tcp"
  from_port         = 137
  to_port           = 137
  cidr_ipv4         = "0.0.0.0/0" # expect: insecure network-ingress-open-netbios-name
}

# Many ports are one finding, not one for each of them.

resource "aws_security_group_rule" "wide" { # expect: not_applicable network-ingress-open-redis, not_applicable network-ingress-range, not_applicable network-ingress-unnamed
  type              = "ingress"
  from_port         = 1024
  to_port           = 65535
  protocol          = "tcp"
  cidr_blocks       = ["0.0.0.0/0"] # expect: insecure network-ingress-wide-range, insecure network-ingress-open-rdp
  security_group_id = aws_security_group.scopes.id
}

resource "aws_security_group_rule" "wide_in_the_house" { # expect: secure network-ingress-wide-range, secure network-ingress-private-redis
  type              = "ingress"
  from_port         = 1024
  to_port           = 65535
  protocol          = "tcp"
  cidr_blocks       = ["10.0.0.0/8"]
  security_group_id = aws_security_group.scopes.id
}

resource "aws_security_group_rule" "web" { # expect: secure network-ingress-range, secure network-ingress-wide-range, secure network-ingress-unnamed
  type              = "ingress"
  from_port         = 443
  to_port           = 443
  protocol          = "tcp"
  cidr_blocks       = ["0.0.0.0/0"] # expect: insecure network-ingress-open-https
  security_group_id = aws_security_group.scopes.id
}

resource "aws_security_group_rule" "plain_web" {
  type              = "ingress"
  from_port         = 80
  to_port           = 80
  protocol          = "tcp"
  cidr_blocks       = ["0.0.0.0/0"] # expect: insecure network-ingress-open-http
  security_group_id = aws_security_group.scopes.id
}

resource "aws_security_group_rule" "of_our_own" {
  type              = "ingress"
  from_port         = 47110
  to_port           = 47110
  protocol          = "tcp"
  cidr_blocks       = ["0.0.0.0/0"] # expect: insecure network-ingress-unnamed
  security_group_id = aws_security_group.scopes.id
}

resource "aws_security_group_rule" "pings" { # expect: secure network-ingress-unnamed, secure network-ingress-range, secure network-ingress-wide-range
  type              = "ingress"
  from_port         = -1
  to_port           = -1
  protocol          = "icmp"
  cidr_blocks       = ["0.0.0.0/0"]
  security_group_id = aws_security_group.scopes.id
}

# Azure's words for addresses are no ranges.

resource "azurerm_network_security_group" "words" { # expect: secure network-ingress-public-oracle, secure network-ingress-private-oracle
  name                = "words"
  location            = "westeurope"
  resource_group_name = "app"

  security_rule {
    name                       = "database"
    priority                   = 100
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_port_range          = "*"
    destination_port_range     = "1521"
    source_address_prefixes    = ["VirtualNetwork", "AzureLoadBalancer"]
    destination_address_prefix = "*"
  }

  security_rule {
    name                       = "database-from-network"
    priority                   = 110
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_port_range          = "*"
    destination_port_ranges    = ["1521", "2484"]
    source_address_prefix      = "10.20.0.0/16" # expect: insecure network-ingress-private-oracle
    destination_address_prefix = "*"
  }
}

resource "google_compute_firewall" "pairs" { # expect: secure network-ingress-range
  name          = "pairs"
  network       = "default"
  source_ranges = ["0.0.0.0/0"] # expect: insecure network-ingress-open-https, insecure network-ingress-open-http

  allow {
    protocol = "tcp"
    ports    = ["80", "443"]
  }
}
