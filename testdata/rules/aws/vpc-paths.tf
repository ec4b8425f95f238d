# Networks: what is reached from where.

variable "flag" {
  type = bool
}

variable "cidr" {
  type = string
}

variable "subnets" {
  type = set(string)
}

variable "action" {
  type = string
}

resource "aws_default_vpc" "default" { # expect: insecure aws-vpc-default-vpc
}

resource "aws_default_vpc" "leaving" { # expect: not_applicable aws-vpc-default-vpc
  force_destroy = true
}

resource "aws_vpc" "own" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_vpc_endpoint_service" "open" {
  acceptance_required        = false # expect: insecure aws-vpc-endpoint-acceptance
  network_load_balancer_arns = ["arn:aws:elasticloadbalancing:eu-central-1:123456789012:loadbalancer/net/shop/0123456789abcdef"]
}

resource "aws_vpc_endpoint_service" "asked" {
  acceptance_required        = true # expect: secure aws-vpc-endpoint-acceptance
  network_load_balancer_arns = ["arn:aws:elasticloadbalancing:eu-central-1:123456789012:loadbalancer/net/shop/0123456789abcdef"]
}

resource "aws_vpc_endpoint_service" "unknown" {
  acceptance_required        = var.flag # expect: unknown aws-vpc-endpoint-acceptance because var.flag
  network_load_balancer_arns = ["arn:aws:elasticloadbalancing:eu-central-1:123456789012:loadbalancer/net/shop/0123456789abcdef"]
}

# Routes.

resource "aws_route" "everything" {
  route_table_id            = "rtb-0123456789abcdef0"
  destination_cidr_block    = "0.0.0.0/0" # expect: insecure aws-vpc-peering-route
  vpc_peering_connection_id = "pcx-0123456789abcdef0"
}

resource "aws_route" "everything_six" {
  route_table_id              = "rtb-0123456789abcdef0"
  destination_ipv6_cidr_block = "::/0" # expect: insecure aws-vpc-peering-route
  vpc_peering_connection_id   = "pcx-0123456789abcdef0"
}

resource "aws_route" "named" { # expect: secure aws-vpc-peering-route
  route_table_id            = "rtb-0123456789abcdef0"
  destination_cidr_block    = "10.1.0.0/16"
  vpc_peering_connection_id = "pcx-0123456789abcdef0"
}

resource "aws_route" "internet" { # expect: not_applicable aws-vpc-peering-route
  route_table_id         = "rtb-0123456789abcdef0"
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = "igw-0123456789abcdef0"
}

resource "aws_route" "unknown" {
  route_table_id            = "rtb-0123456789abcdef0"
  destination_cidr_block    = var.cidr # expect: unknown aws-vpc-peering-route because var.cidr
  vpc_peering_connection_id = "pcx-0123456789abcdef0"
}

resource "aws_route_table" "both" {
  vpc_id = aws_vpc.own.id

  route {
    cidr_block                = "0.0.0.0/0" # expect: insecure aws-vpc-peering-route
    vpc_peering_connection_id = "pcx-0123456789abcdef0"
  }

  route { # expect: secure aws-vpc-peering-route
    cidr_block                = "10.1.0.0/16"
    vpc_peering_connection_id = "pcx-0123456789abcdef0"
  }
}

resource "aws_default_route_table" "main" {
  default_route_table_id = aws_vpc.own.default_route_table_id

  route { # expect: secure aws-vpc-peering-route
    cidr_block                = "10.1.0.0/16"
    vpc_peering_connection_id = "pcx-0123456789abcdef0"
  }
}

# Network ACLs.

resource "aws_network_acl" "open" {
  vpc_id     = "vpc-0123456789abcdef0"
  subnet_ids = ["subnet-0123456789abcdef0"] # expect: secure aws-vpc-network-acl-used

  ingress {
    rule_no    = 100
    action     = "allow" # expect: insecure aws-vpc-network-acl-all-ports, insecure aws-vpc-network-acl-open-ftp, insecure aws-vpc-network-acl-open-ftp-data
    protocol   = "-1"
    from_port  = 0
    to_port    = 0
    cidr_block = "0.0.0.0/0"
  }
}

resource "aws_network_acl" "inside" { # expect: secure aws-vpc-network-acl-all-ports, secure aws-vpc-network-acl-open-ftp, secure aws-vpc-network-acl-open-ftp-data, unset aws-vpc-network-acl-used
  vpc_id = "vpc-0123456789abcdef0"

  ingress {
    rule_no    = 100
    action     = "allow"
    protocol   = "-1"
    from_port  = 0
    to_port    = 0
    cidr_block = "10.0.0.0/8"
  }
}

resource "aws_network_acl" "web" { # expect: secure aws-vpc-network-acl-all-ports, secure aws-vpc-network-acl-open-ftp, secure aws-vpc-network-acl-open-ftp-data, secure aws-vpc-network-acl-used
  vpc_id = "vpc-0123456789abcdef0"

  ingress {
    rule_no    = 100
    action     = "allow"
    protocol   = "tcp"
    from_port  = 443
    to_port    = 443
    cidr_block = "0.0.0.0/0"
  }
}

resource "aws_network_acl_association" "web" {
  network_acl_id = aws_network_acl.web.id
  subnet_id      = "subnet-0123456789abcdef1"
}

resource "aws_network_acl" "files" { # expect: secure aws-vpc-network-acl-all-ports
  vpc_id     = "vpc-0123456789abcdef0"
  subnet_ids = [] # expect: insecure aws-vpc-network-acl-used

  ingress {
    rule_no    = 100
    action     = "allow" # expect: insecure aws-vpc-network-acl-open-ftp, insecure aws-vpc-network-acl-open-ftp-data
    protocol   = "tcp"
    from_port  = 20
    to_port    = 21
    cidr_block = "0.0.0.0/0"
  }
}

resource "aws_network_acl" "apart" {
  vpc_id     = "vpc-0123456789abcdef0"
  subnet_ids = var.subnets # expect: unknown aws-vpc-network-acl-used because var.subnets
}

resource "aws_network_acl_rule" "apart" {
  network_acl_id = aws_network_acl.apart.id
  rule_number    = 100
  rule_action    = "allow" # expect: insecure aws-vpc-network-acl-all-ports, insecure aws-vpc-network-acl-open-ftp, insecure aws-vpc-network-acl-open-ftp-data
  protocol       = "tcp"
  from_port      = 0
  to_port        = 65535
  cidr_block     = "0.0.0.0/0"
}

resource "aws_network_acl" "unknown" {
  vpc_id     = "vpc-0123456789abcdef0"
  subnet_ids = ["subnet-0123456789abcdef2"] # expect: secure aws-vpc-network-acl-used

  ingress {
    rule_no    = 100
    action     = var.action # expect: unknown aws-vpc-network-acl-all-ports because var.action, unknown aws-vpc-network-acl-open-ftp because var.action, unknown aws-vpc-network-acl-open-ftp-data because var.action
    protocol   = "-1"
    from_port  = 0
    to_port    = 0
    cidr_block = "0.0.0.0/0"
  }
}
