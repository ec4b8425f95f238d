# What may leave, in three clouds.

variable "partner" {
  type = string
}

resource "aws_security_group" "free" {
  name   = "free"
  vpc_id = "vpc-0a1b2c3d4e5f60718"

  egress { # expect: not_applicable network-egress-open
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"] # expect: insecure network-egress-all-ports
  }
}

resource "aws_security_group" "named" {
  name   = "named"
  vpc_id = "vpc-0a1b2c3d4e5f60718"

  egress { # expect: secure network-egress-open
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/8"]
  }

  egress { # expect: secure network-egress-all-ports
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["10.0.0.0/8"]
  }
}

resource "aws_default_security_group" "free" {
  vpc_id = "vpc-0a1b2c3d4e5f60718"

  egress {
    from_port        = 0
    to_port          = 65535
    protocol         = "tcp"
    ipv6_cidr_blocks = ["::/0"] # expect: insecure network-egress-all-ports
  }
}

resource "aws_security_group_rule" "web" {
  type              = "egress"
  from_port         = 443
  to_port           = 443
  protocol          = "tcp"
  cidr_blocks       = ["0.0.0.0/0"] # expect: insecure network-egress-open
  security_group_id = aws_security_group.named.id
}

resource "aws_security_group_rule" "partner" {
  type              = "egress"
  from_port         = 443
  to_port           = 443
  protocol          = "tcp"
  cidr_blocks       = [var.partner] # expect: unknown network-egress-open because var.partner
  security_group_id = aws_security_group.named.id
}

resource "aws_security_group_rule" "in" {
  type              = "ingress"
  from_port         = 443
  to_port           = 443
  protocol          = "tcp"
  cidr_blocks       = ["0.0.0.0/0"]
  security_group_id = aws_security_group.named.id
}

resource "aws_vpc_security_group_egress_rule" "free" {
  security_group_id = aws_security_group.named.id
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0" # expect: insecure network-egress-all-ports
}

resource "aws_vpc_security_group_egress_rule" "to_a_group" { # expect: secure network-egress-open
  security_group_id            = aws_security_group.named.id
  ip_protocol                  = "tcp"
  from_port                    = 5432
  to_port                      = 5432
  referenced_security_group_id = aws_security_group.free.id
}

resource "azurerm_network_security_group" "free" {
  name                = "free"
  location            = "westeurope"
  resource_group_name = "app"

  security_rule {
    name                       = "out"
    priority                   = 100
    direction                  = "Outbound"
    access                     = "Allow"
    protocol                   = "*"
    source_port_range          = "*"
    destination_port_range     = "*"
    source_address_prefix      = "*"
    destination_address_prefix = "Internet" # expect: insecure network-egress-all-ports
  }
}

resource "azurerm_network_security_rule" "web" {
  name                        = "web"
  priority                    = 130
  direction                   = "Outbound"
  access                      = "Allow"
  protocol                    = "Tcp"
  source_port_range           = "*"
  destination_port_range      = "443"
  source_address_prefix       = "*"
  destination_address_prefix  = "*" # expect: insecure network-egress-open
  resource_group_name         = "app"
  network_security_group_name = azurerm_network_security_group.free.name
}

resource "google_compute_firewall" "free" {
  name      = "free"
  network   = "default"
  direction = "EGRESS"

  allow { # expect: unset network-egress-all-ports
    protocol = "all"
  }
}

resource "google_compute_firewall" "web" {
  name               = "web"
  network            = "default"
  direction          = "EGRESS"
  destination_ranges = ["0.0.0.0/0"] # expect: insecure network-egress-open

  allow {
    protocol = "tcp"
    ports    = ["443"]
  }
}
