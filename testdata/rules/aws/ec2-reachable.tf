# Machines that the internet reaches over more than single ports.

variable "group" {
  type = string
}

resource "aws_subnet" "public" {
  vpc_id     = "vpc-0a1b2c3d4e5f60718"
  cidr_block = "10.0.1.0/24"
}

resource "aws_subnet" "inner" {
  vpc_id     = "vpc-0a1b2c3d4e5f60718"
  cidr_block = "10.0.2.0/24"
}

resource "aws_route_table" "public" {
  vpc_id = "vpc-0a1b2c3d4e5f60718"

  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = "igw-0a1b2c3d4e5f60718"
  }
}

resource "aws_route_table" "inner" {
  vpc_id = "vpc-0a1b2c3d4e5f60718"

  route {
    cidr_block     = "0.0.0.0/0"
    nat_gateway_id = "nat-0a1b2c3d4e5f60718"
  }
}

resource "aws_route_table_association" "public" {
  subnet_id      = aws_subnet.public.id
  route_table_id = aws_route_table.public.id
}

resource "aws_route_table_association" "inner" {
  subnet_id      = aws_subnet.inner.id
  route_table_id = aws_route_table.inner.id
}

resource "aws_security_group" "ranges" { # expect: insecure aws-ec2-reachable-range, insecure aws-ec2-launch-range
  name   = "ranges"
  vpc_id = "vpc-0a1b2c3d4e5f60718"

  ingress {
    from_port   = 8000
    to_port     = 8999
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_security_group" "web" {
  name   = "web"
  vpc_id = "vpc-0a1b2c3d4e5f60718"

  ingress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }

  ingress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["10.0.0.0/8"]
  }
}

resource "aws_instance" "open" {
  ami                    = "ami-0a1b2c3d4e5f60718"
  instance_type          = "t4g.micro"
  subnet_id              = aws_subnet.public.id
  vpc_security_group_ids = [aws_security_group.web.id, aws_security_group.ranges.id]
}

resource "aws_instance" "web" { # expect: secure aws-ec2-reachable-range
  ami                    = "ami-0a1b2c3d4e5f60718"
  instance_type          = "t4g.micro"
  subnet_id              = aws_subnet.public.id
  vpc_security_group_ids = [aws_security_group.web.id]
}

resource "aws_instance" "inner" { # expect: not_applicable aws-ec2-reachable-range
  ami                    = "ami-0a1b2c3d4e5f60718"
  instance_type          = "t4g.micro"
  subnet_id              = aws_subnet.inner.id
  vpc_security_group_ids = [aws_security_group.ranges.id]
}

resource "aws_launch_configuration" "open" {
  name            = "open"
  image_id        = "ami-0a1b2c3d4e5f60718"
  instance_type   = "t4g.micro"
  security_groups = [aws_security_group.ranges.id]
}

resource "aws_launch_configuration" "web" { # expect: secure aws-ec2-launch-range
  name            = "web"
  image_id        = "ami-0a1b2c3d4e5f60718"
  instance_type   = "t4g.micro"
  security_groups = [aws_security_group.web.id]
}

resource "aws_launch_configuration" "undecided" { # expect: unknown aws-ec2-launch-range because var.group
  name            = "undecided"
  image_id        = "ami-0a1b2c3d4e5f60718"
  instance_type   = "t4g.micro"
  security_groups = [var.group]
}
