# Single rules of network ACLs.

variable "protocol" {
  type = string
}

resource "aws_network_acl" "inline" {
  vpc_id = "vpc-0123456789abcdef0"

  ingress {
    rule_no    = 100
    action     = "allow"
    protocol   = "-1" # expect: insecure aws-vpc-acl-rule-protocols
    from_port  = 0
    to_port    = 0
    cidr_block = "10.0.0.0/8"
  }

  ingress {
    rule_no    = 200
    action     = "deny"
    protocol   = "-1"
    from_port  = 0
    to_port    = 0
    cidr_block = "0.0.0.0/0"
  }

  egress {
    rule_no    = 100
    action     = "allow"
    protocol   = "tcp" # expect: secure aws-vpc-acl-rule-protocols
    from_port  = 443
    to_port    = 443
    cidr_block = "0.0.0.0/0"
  }
}

resource "aws_network_acl_rule" "all" {
  network_acl_id = aws_network_acl.inline.id
  rule_number    = 300
  rule_action    = "allow"
  protocol       = "all" # expect: insecure aws-vpc-acl-rule-protocols
  cidr_block     = "10.0.0.0/8"
}

resource "aws_network_acl_rule" "web" {
  network_acl_id = aws_network_acl.inline.id
  rule_number    = 400
  rule_action    = "allow"
  protocol       = "6" # expect: secure aws-vpc-acl-rule-protocols
  from_port      = 443
  to_port        = 443
  cidr_block     = "0.0.0.0/0"
}

resource "aws_network_acl_rule" "shut" { # expect: not_applicable aws-vpc-acl-rule-protocols
  network_acl_id = aws_network_acl.inline.id
  rule_number    = 500
  rule_action    = "deny"
  protocol       = "-1"
  cidr_block     = "0.0.0.0/0"
}

resource "aws_network_acl_rule" "unknown" {
  network_acl_id = aws_network_acl.inline.id
  rule_number    = 600
  rule_action    = "allow"
  protocol       = var.protocol # expect: unknown aws-vpc-acl-rule-protocols because var.protocol
  cidr_block     = "10.0.0.0/8"
}
