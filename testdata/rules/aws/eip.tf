# Addresses, and who uses them.

variable "text" {
  type = string
}

resource "aws_eip" "idle" { # expect: unset aws-eip-used
  domain = "vpc"
}

resource "aws_eip" "machine" {
  domain   = "vpc"
  instance = "i-0123456789abcdef0" # expect: secure aws-eip-used
}

resource "aws_eip" "gateway" { # expect: secure aws-eip-used
  domain = "vpc"
}

resource "aws_nat_gateway" "main" {
  allocation_id = aws_eip.gateway.id
  subnet_id     = "subnet-0123456789abcdef0"
}

resource "aws_eip" "associated" { # expect: secure aws-eip-used
  domain = "vpc"
}

resource "aws_eip_association" "web" {
  allocation_id = aws_eip.associated.allocation_id
  instance_id   = "i-0123456789abcdef0"
}

resource "aws_eip" "unknown" {
  domain   = "vpc"
  instance = var.text # expect: unknown aws-eip-used because var.text
}

resource "aws_eip" "balancer" { # expect: secure aws-eip-used
  domain = "vpc"
}

resource "aws_lb" "network" {
  load_balancer_type = "network"

  subnet_mapping {
    subnet_id     = "subnet-0123456789abcdef0"
    allocation_id = aws_eip.balancer.id
  }
}

resource "aws_eip" "files" { # expect: secure aws-eip-used
  domain = "vpc"
}

resource "aws_transfer_server" "files" {
  endpoint_type = "VPC"

  endpoint_details {
    address_allocation_ids = [aws_eip.files.id]
  }
}

resource "aws_eip" "name" { # expect: secure aws-eip-used
  domain = "vpc"
}

resource "aws_route53_record" "name" {
  zone_id = "Z0123456789ABCDEFGHIJ"
  name    = "name"
  type    = "A"
  ttl     = 300
  records = [aws_eip.name.public_ip]
}
