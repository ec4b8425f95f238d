# Networks.

variable "flag" {
  type = bool
}

variable "cidrs" {
  type = set(string)
}

variable "action" {
  type = string
}

resource "aws_vpc" "watched" { # expect: secure aws-vpc-flow-logs
  cidr_block = "10.0.0.0/16"
}

resource "aws_flow_log" "watched" {
  vpc_id               = aws_vpc.watched.id
  traffic_type         = "ALL"
  log_destination      = "arn:aws:s3:::acme-flow-logs"
  log_destination_type = "s3"
}

resource "aws_vpc" "dark" { # expect: unset aws-vpc-flow-logs
  cidr_block = "10.1.0.0/16"
}

resource "aws_vpc" "each" { # expect: secure aws-vpc-flow-logs
  for_each   = { a = "10.2.0.0/16", b = "10.3.0.0/16" }
  cidr_block = each.value
}

resource "aws_flow_log" "each" {
  for_each     = { a = "10.2.0.0/16", b = "10.3.0.0/16" }
  vpc_id       = aws_vpc.each[each.key].id
  traffic_type = "REJECT"
}

# Default security groups.

resource "aws_default_security_group" "closed" { # expect: secure aws-vpc-default-security-group
  vpc_id = aws_vpc.watched.id
}

resource "aws_default_security_group" "none" { # expect: secure aws-vpc-default-security-group
  vpc_id  = aws_vpc.watched.id
  ingress = []
}

resource "aws_default_security_group" "open" {
  vpc_id = aws_vpc.dark.id

  ingress { # expect: insecure aws-vpc-default-security-group
    protocol  = -1
    self      = true
    from_port = 0
    to_port   = 0
  }
}

resource "aws_default_security_group" "unknown" {
  vpc_id = aws_vpc.dark.id

  dynamic "ingress" { # expect: unknown aws-vpc-default-security-group because var.cidrs
    for_each = var.cidrs
    content {
      protocol    = "tcp"
      from_port   = 443
      to_port     = 443
      cidr_blocks = [ingress.value]
    }
  }
}

# Network ACLs.

resource "aws_network_acl" "open" {
  vpc_id = aws_vpc.watched.id

  ingress {
    rule_no    = 100
    action     = "allow" # expect: insecure aws-vpc-network-acl-open-ssh
    protocol   = "tcp"
    cidr_block = "0.0.0.0/0"
    from_port  = 22
    to_port    = 22
  }

  egress {
    rule_no    = 100
    action     = "allow"
    protocol   = "-1"
    cidr_block = "0.0.0.0/0"
    from_port  = 0
    to_port    = 0
  }
}

resource "aws_network_acl" "denied_first" { # expect: secure aws-vpc-network-acl-open-ssh, secure aws-vpc-network-acl-open-rdp
  vpc_id = aws_vpc.watched.id

  ingress {
    rule_no    = 200
    action     = "allow"
    protocol   = "-1"
    cidr_block = "0.0.0.0/0"
    from_port  = 0
    to_port    = 0
  }

  ingress {
    rule_no    = 100
    action     = "deny"
    protocol   = "tcp"
    cidr_block = "0.0.0.0/0"
    from_port  = 22
    to_port    = 3389
  }
}

resource "aws_network_acl" "apart" {
  vpc_id = aws_vpc.watched.id
}

resource "aws_network_acl_rule" "apart" {
  network_acl_id  = aws_network_acl.apart.id
  rule_number     = 100
  rule_action     = "allow" # expect: insecure aws-vpc-network-acl-open-rdp
  protocol        = "6"
  ipv6_cidr_block = "::/0"
  from_port       = 3000
  to_port         = 4000
}

resource "aws_network_acl" "unknown" {
  vpc_id = aws_vpc.watched.id

  ingress {
    rule_no    = 100
    action     = var.action # expect: unknown aws-vpc-network-acl-open-rdp because var.action
    protocol   = "tcp"
    cidr_block = "0.0.0.0/0"
    from_port  = 3389
    to_port    = 3389
  }
}

# Subnets.

resource "aws_subnet" "silent" { # expect: secure aws-vpc-subnet-public-ip
  vpc_id     = aws_vpc.watched.id
  cidr_block = "10.0.1.0/24"
}

resource "aws_subnet" "public" {
  vpc_id                  = aws_vpc.watched.id
  cidr_block              = "10.0.2.0/24"
  map_public_ip_on_launch = true # expect: insecure aws-vpc-subnet-public-ip
}

resource "aws_subnet" "private" {
  vpc_id                  = aws_vpc.watched.id
  cidr_block              = "10.0.3.0/24"
  map_public_ip_on_launch = false # expect: secure aws-vpc-subnet-public-ip
}

resource "aws_subnet" "unknown" {
  vpc_id                  = aws_vpc.watched.id
  cidr_block              = "10.0.4.0/24"
  map_public_ip_on_launch = var.flag # expect: unknown aws-vpc-subnet-public-ip because var.flag
}
