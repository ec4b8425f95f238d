# This file is broken on purpose: the string in line 7 is never closed.

resource "aws_vpc" "main" {
  enable_dns_support   = true
  enable_dns_hostnames = true

  cidr_block = "10.0.0.0/16
}

resource "aws_security_group" "admin" {
  name        = "admin"
  description = "Logins"

  ingress {
    description = "SSH"
    cidr_blocks = ["0.0.0.0/0"]
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
  }
}
