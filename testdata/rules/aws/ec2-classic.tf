# provider: aws 4.67.0

variable "cidr" {
  type = string
}

variable "text" {
  type = string
}

resource "aws_db_security_group" "open" { # expect: insecure aws-ec2-classic-group
  name = "open"

  ingress {
    cidr = "0.0.0.0/0" # expect: insecure aws-ec2-classic-open
  }
}

resource "aws_db_security_group" "partner" { # expect: insecure aws-ec2-classic-group
  name = "partner"

  ingress {
    cidr = "198.51.100.7/32" # expect: secure aws-ec2-classic-open, insecure aws-ec2-classic-public, secure aws-ec2-classic-wide
  }
}

resource "aws_redshift_security_group" "inside" { # expect: insecure aws-ec2-classic-group, unset aws-ec2-classic-description
  name = "inside"

  ingress {
    cidr = "10.0.0.0/24" # expect: secure aws-ec2-classic-open, secure aws-ec2-classic-public, insecure aws-ec2-classic-wide
  }

  ingress {
    cidr = "10.0.1.0/25" # expect: secure aws-ec2-classic-open, secure aws-ec2-classic-public, secure aws-ec2-classic-wide
  }
}

resource "aws_redshift_security_group" "unknown" { # expect: insecure aws-ec2-classic-group
  name        = "unknown"
  description = var.text # expect: unknown aws-ec2-classic-description because var.text

  ingress {
    cidr = var.cidr # expect: unknown aws-ec2-classic-open because var.cidr, unknown aws-ec2-classic-public because var.cidr, unknown aws-ec2-classic-wide because var.cidr
  }
}

resource "aws_elasticache_security_group" "told" { # expect: insecure aws-ec2-classic-group
  name                 = "told"
  description          = "caches of the shop" # expect: secure aws-ec2-classic-description
  security_group_names = ["shop"]
}

resource "aws_elasticache_security_group" "empty" { # expect: not_applicable aws-ec2-classic-group
  name                 = "empty"
  description          = "" # expect: insecure aws-ec2-classic-description
  security_group_names = []
}
