# NAT gateways, and machines in their place.

variable "text" {
  type = string
}

resource "aws_instance" "nat" {
  ami               = "ami-0123456789abcdef0"
  source_dest_check = false
}

resource "aws_nat_gateway" "main" {
  subnet_id = "subnet-0123456789abcdef0"
}

resource "aws_route_table" "private" {
  vpc_id = "vpc-0123456789abcdef0"

  route { # expect: insecure aws-vpc-nat-gateway
    cidr_block  = "0.0.0.0/0"
    instance_id = aws_instance.nat.id
  }

  route {
    cidr_block  = "10.1.0.0/16"
    instance_id = aws_instance.nat.id
  }
}

resource "aws_route_table" "gateway" {
  vpc_id = "vpc-0123456789abcdef0"

  route { # expect: secure aws-vpc-nat-gateway
    cidr_block     = "0.0.0.0/0"
    nat_gateway_id = aws_nat_gateway.main.id
  }
}

resource "aws_route_table" "empty" {
  vpc_id = "vpc-0123456789abcdef0"

  route { # expect: secure aws-vpc-nat-gateway
    cidr_block  = "0.0.0.0/0"
    gateway_id  = "igw-0123456789abcdef0"
    instance_id = ""
  }
}

resource "aws_route" "machine" { # expect: insecure aws-vpc-nat-gateway
  route_table_id         = aws_route_table.private.id
  destination_cidr_block = "0.0.0.0/0"
  network_interface_id   = aws_instance.nat.primary_network_interface_id
}

resource "aws_route" "gateway" { # expect: secure aws-vpc-nat-gateway
  route_table_id         = aws_route_table.private.id
  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.main.id
}

resource "aws_route" "inside" { # expect: not_applicable aws-vpc-nat-gateway
  route_table_id         = aws_route_table.private.id
  destination_cidr_block = "10.2.0.0/16"
  network_interface_id   = aws_instance.nat.primary_network_interface_id
}

resource "aws_route" "unknown" { # expect: secure aws-vpc-nat-gateway
  route_table_id         = aws_route_table.private.id
  destination_cidr_block = var.text
  nat_gateway_id         = aws_nat_gateway.main.id
}
