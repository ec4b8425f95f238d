# Machines: metadata, monitoring; and gateways between networks.

variable "number" {
  type = number
}

variable "flag" {
  type = bool
}

variable "text" {
  type = string
}

resource "aws_instance" "silent" { # expect: secure aws-ec2-metadata-hop-limit, unset aws-ec2-detailed-monitoring
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"
}

resource "aws_instance" "far" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"
  monitoring    = false # expect: insecure aws-ec2-detailed-monitoring

  metadata_options {
    http_put_response_hop_limit = 2 # expect: insecure aws-ec2-metadata-hop-limit
  }
}

resource "aws_instance" "near" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"
  monitoring    = true # expect: secure aws-ec2-detailed-monitoring

  metadata_options {
    http_put_response_hop_limit = 1 # expect: secure aws-ec2-metadata-hop-limit
  }
}

resource "aws_instance" "off" { # expect: not_applicable aws-ec2-metadata-hop-limit
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"
  monitoring    = true # expect: secure aws-ec2-detailed-monitoring

  metadata_options {
    http_endpoint = "disabled"
  }
}

resource "aws_instance" "unknown" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"
  monitoring    = var.flag # expect: unknown aws-ec2-detailed-monitoring because var.flag

  metadata_options {
    http_put_response_hop_limit = var.number # expect: unknown aws-ec2-metadata-hop-limit because var.number
  }
}

resource "aws_instance" "from_template" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"

  launch_template {
    id = aws_launch_template.base.id
  }
}

resource "aws_launch_template" "base" {
  name     = "base"
  image_id = "ami-0123456789abcdef0"

  metadata_options {
    http_put_response_hop_limit = 3 # expect: insecure aws-ec2-metadata-hop-limit
  }

  monitoring {
    enabled = true # expect: secure aws-ec2-detailed-monitoring
  }
}

resource "aws_launch_template" "silent" { # expect: secure aws-ec2-metadata-hop-limit, unset aws-ec2-detailed-monitoring
  name     = "silent"
  image_id = "ami-0123456789abcdef0"
}

resource "aws_launch_configuration" "silent" { # expect: secure aws-ec2-metadata-hop-limit, secure aws-ec2-detailed-monitoring
  name          = "silent"
  image_id      = "ami-0123456789abcdef0"
  instance_type = "t3.micro"
}

resource "aws_launch_configuration" "blind" {
  name              = "blind"
  image_id          = "ami-0123456789abcdef0"
  instance_type     = "t3.micro"
  enable_monitoring = false # expect: insecure aws-ec2-detailed-monitoring

  metadata_options {
    http_put_response_hop_limit = 64 # expect: insecure aws-ec2-metadata-hop-limit
  }
}

resource "aws_ec2_transit_gateway" "silent" { # expect: secure aws-ec2-transit-gateway-attachments
  description = "silent"
}

resource "aws_ec2_transit_gateway" "open" {
  auto_accept_shared_attachments = "enable" # expect: insecure aws-ec2-transit-gateway-attachments
}

resource "aws_ec2_transit_gateway" "closed" {
  auto_accept_shared_attachments = "disable" # expect: secure aws-ec2-transit-gateway-attachments
}

resource "aws_ec2_transit_gateway" "unknown" {
  auto_accept_shared_attachments = var.text # expect: unknown aws-ec2-transit-gateway-attachments because var.text
}
