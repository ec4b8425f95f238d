# Who reaches clusters, and who they are.

variable "text" {
  type = string
}

variable "cidrs" {
  type = list(string)
}

resource "aws_security_group" "open" {
  ingress {
    from_port   = 8088
    to_port     = 8088
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/8", "0.0.0.0/0"] # expect: insecure aws-emr-open
  }
}

resource "aws_security_group" "closed" {
  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/8"]
  }
}

resource "aws_security_group" "rules" {
  name = "rules"
}

resource "aws_security_group_rule" "in" {
  security_group_id = aws_security_group.rules.id
  type              = "ingress"
  from_port         = 0
  to_port           = 65535
  protocol          = "tcp"
  ipv6_cidr_blocks  = ["::/0"] # expect: insecure aws-emr-open
}

resource "aws_security_group_rule" "out" {
  security_group_id = aws_security_group.closed.id
  type              = "egress"
  from_port         = 0
  to_port           = 65535
  protocol          = "tcp"
  cidr_blocks       = ["0.0.0.0/0"]
}

resource "aws_security_group" "some" {
  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = var.cidrs
  }
}

resource "aws_emr_cluster" "open" {
  name          = "open"
  release_label = "emr-7.2.0"
  service_role  = "emr"

  ec2_attributes {
    instance_profile                  = "emr"
    emr_managed_master_security_group = aws_security_group.open.id
    emr_managed_slave_security_group  = aws_security_group.closed.id
  }
}

resource "aws_emr_cluster" "rules" {
  name          = "rules"
  release_label = "emr-7.2.0"
  service_role  = "emr"

  ec2_attributes {
    instance_profile                  = "emr"
    emr_managed_master_security_group = aws_security_group.closed.id
    emr_managed_slave_security_group  = aws_security_group.rules.id
  }
}

resource "aws_emr_cluster" "closed" { # expect: secure aws-emr-open, not_applicable aws-emr-kerberos-realm
  name          = "closed"
  release_label = "emr-7.2.0"
  service_role  = "emr"

  ec2_attributes {
    instance_profile                  = "emr"
    emr_managed_master_security_group = aws_security_group.closed.id
    emr_managed_slave_security_group  = aws_security_group.closed.id
  }
}

resource "aws_emr_cluster" "some" { # expect: unknown aws-emr-open because var.cidrs
  name          = "some"
  release_label = "emr-7.2.0"
  service_role  = "emr"

  ec2_attributes {
    instance_profile                  = "emr"
    emr_managed_master_security_group = aws_security_group.some.id
    emr_managed_slave_security_group  = aws_security_group.closed.id
  }
}

resource "aws_emr_cluster" "elsewhere" { # expect: not_applicable aws-emr-open
  name          = "elsewhere"
  release_label = "emr-7.2.0"
  service_role  = "emr"

  ec2_attributes {
    instance_profile                  = "emr"
    emr_managed_master_security_group = "sg-0123456789abcdef0"
    emr_managed_slave_security_group  = "sg-0123456789abcdef0"
  }
}

resource "aws_emr_cluster" "realm" {
  name          = "realm"
  release_label = "emr-7.2.0"
  service_role  = "emr"

  ec2_attributes {
    instance_profile = "emr"
  }

  kerberos_attributes {
    kdc_admin_password = var.text
    realm              = "EC2.INTERNAL" # expect: secure aws-emr-kerberos-realm
  }
}

resource "aws_emr_cluster" "no_realm" {
  name          = "no_realm"
  release_label = "emr-7.2.0"
  service_role  = "emr"

  ec2_attributes {
    instance_profile = "emr"
  }

  kerberos_attributes {
    kdc_admin_password = var.text
    realm              = "" # expect: insecure aws-emr-kerberos-realm
  }
}

resource "aws_emr_cluster" "some_realm" {
  name          = "some_realm"
  release_label = "emr-7.2.0"
  service_role  = "emr"

  ec2_attributes {
    instance_profile = "emr"
  }

  kerberos_attributes {
    kdc_admin_password = var.text
    realm              = var.text # expect: unknown aws-emr-kerberos-realm because var.text
  }
}
