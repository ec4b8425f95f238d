# Security groups that say what they are for, and guard something.

variable "purpose" {
  type = string
}

resource "aws_security_group" "told" { # expect: secure aws-vpc-security-group-used
  name        = "told"
  description = "machines that serve the shop" # expect: secure aws-vpc-security-group-description
  vpc_id      = "vpc-0a1b2c3d4e5f60718"

  ingress {
    description = "web" # expect: secure aws-vpc-security-group-rule-description
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/26"]
  }

  egress { # expect: unset aws-vpc-security-group-rule-description
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/26"]
  }
}

resource "aws_security_group" "silent" { # expect: unset aws-vpc-security-group-description, secure aws-vpc-security-group-used
  name   = "silent"
  vpc_id = "vpc-0a1b2c3d4e5f60718"
}

resource "aws_security_group" "as_generated" { # expect: unset aws-vpc-security-group-used
  name        = "as-generated"
  description = "Managed by Terraform" # expect: insecure aws-vpc-security-group-description
  vpc_id      = "vpc-0a1b2c3d4e5f60718"
}

resource "aws_security_group" "undecided" { # expect: secure aws-vpc-security-group-used
  name        = "undecided"
  description = var.purpose # expect: unknown aws-vpc-security-group-description because var.purpose
  vpc_id      = "vpc-0a1b2c3d4e5f60718"
}

resource "aws_security_group_rule" "silent" { # expect: unset aws-vpc-security-group-rule-description
  type                     = "ingress"
  from_port                = 443
  to_port                  = 443
  protocol                 = "tcp"
  source_security_group_id = aws_security_group.as_generated.id
  security_group_id        = aws_security_group.told.id
}

resource "aws_vpc_security_group_ingress_rule" "empty" {
  security_group_id = aws_security_group.told.id
  description       = "" # expect: insecure aws-vpc-security-group-rule-description
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "10.0.0.0/26"
}

resource "aws_vpc_security_group_egress_rule" "undecided" {
  security_group_id = aws_security_group.told.id
  description       = var.purpose # expect: unknown aws-vpc-security-group-rule-description because var.purpose
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "10.0.0.0/26"
}

resource "aws_lb" "shop" {
  name            = "shop"
  security_groups = [aws_security_group.told.id, aws_security_group.undecided.id]
}

resource "aws_db_instance" "orders" {
  identifier             = "orders"
  instance_class         = "db.t4g.micro"
  vpc_security_group_ids = aws_security_group.silent[*].id
}
