# Security rules of three clouds in each of the forms they are written in.

variable "office" {
  type = string
}

variable "ports" {
  type    = list(number)
  default = [22]
}

locals {
  everyone = "0.0.0.0/0"
}

# Inline rules.

resource "aws_security_group" "bastion" {
  name   = "bastion"
  vpc_id = "vpc-0a1b2c3d4e5f60718"

  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"] # expect: insecure network-ingress-open-ssh, not_applicable network-ingress-open-rdp, secure network-ingress-all-ports
  }

  ingress {
    from_port        = 3380
    to_port          = 3400
    protocol         = "6"
    ipv6_cidr_blocks = ["::/0"] # expect: insecure network-ingress-open-rdp
  }

  ingress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_security_group" "office_only" { # expect: secure network-ingress-open-ssh, secure network-ingress-open-mysql
  name   = "office-only"
  vpc_id = "vpc-0a1b2c3d4e5f60718"

  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["203.0.113.0/24", "10.0.0.0/8"]
  }

  ingress {
    from_port = 3306
    to_port   = 3306
    protocol  = "tcp"
    self      = true
  }

  ingress { # ICMP has types where others have ports
    from_port   = 22
    to_port     = 0
    protocol    = "icmp"
    cidr_blocks = ["0.0.0.0/0"]
  }

  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_security_group" "no_rules" { # expect: secure network-ingress-open-ssh, secure network-ingress-all-ports
  name   = "no-rules"
  vpc_id = "vpc-0a1b2c3d4e5f60718"
}

resource "aws_security_group" "undecided" {
  name   = "undecided"
  vpc_id = "vpc-0a1b2c3d4e5f60718"

  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = [var.office] # expect: unknown network-ingress-open-ssh because var.office
  }
}

resource "aws_security_group" "generated" {
  name   = "generated"
  vpc_id = "vpc-0a1b2c3d4e5f60718"

  dynamic "ingress" {
    for_each = var.ports
    content {
      from_port   = ingress.value
      to_port     = ingress.value
      protocol    = "tcp"
      cidr_blocks = ["0.0.0.0/0"] # expect: insecure network-ingress-open-ssh
    }
  }
}

resource "aws_security_group" "as_attribute" {
  name   = "as-attribute"
  vpc_id = "vpc-0a1b2c3d4e5f60718"

  ingress = [
    {
      description      = "cache"
      from_port        = "6379"
      to_port          = "6379"
      protocol         = "tcp"
      cidr_blocks      = ["0.0.0.0/0"] # expect: insecure network-ingress-open-redis
      ipv6_cidr_blocks = []
      prefix_list_ids  = []
      security_groups  = []
      self             = false
    },
  ]
}

resource "aws_default_security_group" "default" { # expect: not_applicable network-ingress-open-mysql
  vpc_id = "vpc-0a1b2c3d4e5f60718"

  ingress {
    protocol    = -1
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"] # expect: insecure network-ingress-all-ports, insecure network-ingress-open-ssh, insecure network-ingress-open-rdp
  }
}

# Rules of their own.

resource "aws_security_group_rule" "mongodb" {
  type              = "ingress"
  from_port         = 27017
  to_port           = 27019
  protocol          = "tcp"
  cidr_blocks       = [local.everyone] # expect: insecure network-ingress-open-mongodb
  security_group_id = aws_security_group.no_rules.id
}

resource "aws_security_group_rule" "out" { # expect: secure network-ingress-all-ports
  type              = "egress"
  from_port         = 0
  to_port           = 65535
  protocol          = "tcp"
  cidr_blocks       = ["0.0.0.0/0"]
  security_group_id = aws_security_group.no_rules.id
}

resource "aws_security_group_rule" "every_tcp_port" {
  type              = "ingress"
  from_port         = 0
  to_port           = 65535
  protocol          = "tcp"
  cidr_blocks       = ["0.0.0.0/1", "128.0.0.0/1"] # expect: insecure network-ingress-all-ports, insecure network-ingress-open-ssh, insecure network-ingress-open-rdp
  security_group_id = aws_security_group.no_rules.id
}

resource "aws_vpc_security_group_ingress_rule" "search" {
  security_group_id = aws_security_group.no_rules.id
  ip_protocol       = "tcp"
  from_port         = 9200
  to_port           = 9300
  cidr_ipv6         = "::/0" # expect: insecure network-ingress-open-elasticsearch
}

resource "aws_vpc_security_group_ingress_rule" "each" {
  for_each = { workers = 10250, masters = 10250 }

  security_group_id = aws_security_group.no_rules.id
  ip_protocol       = "tcp"
  from_port         = each.value
  to_port           = each.value
  cidr_ipv4         = "0.0.0.0/0" # expect: insecure network-ingress-open-kubelet
}

resource "aws_vpc_security_group_ingress_rule" "between_groups" { # expect: secure network-ingress-open-postgresql, secure network-ingress-all-ports
  security_group_id            = aws_security_group.no_rules.id
  ip_protocol                  = "-1"
  referenced_security_group_id = aws_security_group.bastion.id
}

variable "admin_cidrs" {
  type = list(string)
}

resource "aws_security_group_rule" "undecided" { # expect: unknown network-ingress-all-ports because var.admin_cidrs, unknown network-ingress-open-ssh because var.admin_cidrs, unknown network-ingress-open-rdp because var.admin_cidrs
  type              = "ingress"
  from_port         = 0
  to_port           = 65535
  protocol          = "tcp"
  cidr_blocks       = var.admin_cidrs
  security_group_id = aws_security_group.no_rules.id
}

resource "aws_vpc_security_group_ingress_rule" "snmp" { # expect: not_applicable network-ingress-open-redis
  security_group_id = aws_security_group.no_rules.id
  ip_protocol       = "udp"
  from_port         = 161
  to_port           = 162
  cidr_ipv4         = "0.0.0.0/0" # expect: insecure network-ingress-open-snmp
}

# Azure.

resource "azurerm_network_security_group" "app" {
  name                = "app"
  location            = "westeurope"
  resource_group_name = "app"

  security_rule {
    name                       = "rdp"
    priority                   = 100
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_port_range          = "*"
    destination_port_ranges    = ["3389", "8080-8090"]
    source_address_prefix      = "Internet" # expect: insecure network-ingress-open-rdp
    destination_address_prefix = "*"
  }

  security_rule { # expect: secure network-ingress-open-ms-sql
    name                       = "sql-from-network"
    priority                   = 110
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_port_range          = "*"
    destination_port_range     = "1433"
    source_address_prefix      = "VirtualNetwork"
    destination_address_prefix = "*"
  }

  security_rule {
    name                       = "deny-rest"
    priority                   = 4096
    direction                  = "Inbound"
    access                     = "Deny"
    protocol                   = "*"
    source_port_range          = "*"
    destination_port_range     = "*"
    source_address_prefix      = "*"
    destination_address_prefix = "*"
  }
}

resource "azurerm_network_security_rule" "sql" {
  name                        = "sql"
  priority                    = 120
  direction                   = "Inbound"
  access                      = "Allow"
  protocol                    = "*"
  source_port_range           = "*"
  destination_port_range      = "1433"
  source_address_prefix       = "*" # expect: insecure network-ingress-open-ms-sql
  destination_address_prefix  = "*"
  resource_group_name         = "app"
  network_security_group_name = azurerm_network_security_group.app.name
}

resource "azurerm_network_security_rule" "out" { # expect: secure network-ingress-all-ports
  name                        = "out"
  priority                    = 130
  direction                   = "Outbound"
  access                      = "Allow"
  protocol                    = "*"
  source_port_range           = "*"
  destination_port_range      = "*"
  source_address_prefix       = "*"
  destination_address_prefix  = "*"
  resource_group_name         = "app"
  network_security_group_name = azurerm_network_security_group.app.name
}

# Google.

resource "google_compute_firewall" "ssh" {
  name          = "ssh"
  network       = "default"
  source_ranges = ["0.0.0.0/0"] # expect: insecure network-ingress-open-ssh, insecure network-ingress-open-ftp, insecure network-ingress-open-telnet

  allow {
    protocol = "tcp"
    ports    = ["20-25", "80"]
  }
}

resource "google_compute_firewall" "nobody_named" {
  name    = "nobody-named"
  network = "default"

  allow { # expect: unset network-ingress-open-mysql
    protocol = "tcp"
    ports    = ["3306"]
  }
}

resource "google_compute_firewall" "tagged" { # expect: secure network-ingress-open-mysql
  name        = "tagged"
  network     = "default"
  source_tags = ["web"]

  allow {
    protocol = "tcp"
    ports    = ["3306"]
  }
}

resource "google_compute_firewall" "everything" {
  name          = "everything"
  network       = "default"
  source_ranges = ["0.0.0.0/0"] # expect: insecure network-ingress-all-ports, insecure network-ingress-open-ssh, insecure network-ingress-open-rdp

  allow {
    protocol = "all"
  }
}

resource "google_compute_firewall" "switched_off" { # expect: secure network-ingress-open-ssh
  name          = "switched-off"
  network       = "default"
  disabled      = true
  source_ranges = ["0.0.0.0/0"]

  allow {
    protocol = "tcp"
    ports    = ["22"]
  }
}
