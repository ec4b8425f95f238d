# Images: what is in them, who made them, and how they are found.

variable "flag" {
  type = bool
}

variable "text" {
  type = string
}

variable "owners" {
  type = list(string)
}

resource "aws_kms_key" "own" {
  enable_key_rotation = true
}

resource "aws_ami" "clear" {
  name                = "clear"
  virtualization_type = "hvm"
  root_device_name    = "/dev/xvda"

  ebs_block_device { # expect: unset aws-ec2-image-encrypted
    device_name = "/dev/xvda"
    volume_size = 8
  }

  ebs_block_device {
    device_name = "/dev/xvdb"
    volume_size = 20
    encrypted   = false # expect: insecure aws-ec2-image-encrypted
  }

  ebs_block_device {
    device_name = "/dev/xvdc"
    volume_size = 20
    encrypted   = true # expect: secure aws-ec2-image-encrypted
  }

  ebs_block_device { # expect: not_applicable aws-ec2-image-encrypted
    device_name = "/dev/xvdd"
    snapshot_id = "snap-0123456789abcdef0"
  }

  ebs_block_device {
    device_name = "/dev/xvde"
    volume_size = 20
    encrypted   = var.flag # expect: unknown aws-ec2-image-encrypted because var.flag
  }
}

resource "aws_ami_copy" "silent" { # expect: unset aws-ec2-image-encrypted
  name              = "silent"
  source_ami_id     = "ami-0123456789abcdef0"
  source_ami_region = "eu-west-1"
}

resource "aws_ami_copy" "encrypted" { # expect: unset aws-ec2-image-customer-key
  name              = "encrypted"
  source_ami_id     = "ami-0123456789abcdef0"
  source_ami_region = "eu-west-1"
  encrypted         = true # expect: secure aws-ec2-image-encrypted
}

resource "aws_ami_copy" "own" {
  name              = "own"
  source_ami_id     = "ami-0123456789abcdef0"
  source_ami_region = "eu-west-1"
  encrypted         = true                # expect: secure aws-ec2-image-encrypted
  kms_key_id        = aws_kms_key.own.arn # expect: secure aws-ec2-image-customer-key
}

resource "aws_ami_copy" "named" {
  name              = "named"
  source_ami_id     = "ami-0123456789abcdef0"
  source_ami_region = "eu-west-1"
  encrypted         = true
  kms_key_id        = "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab" # expect: secure aws-ec2-image-customer-key
}

resource "aws_ami_copy" "unknown" {
  name              = "unknown"
  source_ami_id     = "ami-0123456789abcdef0"
  source_ami_region = "eu-west-1"
  encrypted         = true
  kms_key_id        = var.text # expect: unknown aws-ec2-image-customer-key because var.text
}

resource "aws_imagebuilder_image_recipe" "web" {
  name         = "web"
  parent_image = "arn:aws:imagebuilder:eu-west-1:aws:image/amazon-linux-2023-x86/x.x.x"
  version      = "1.0.0"

  component {
    component_arn = "arn:aws:imagebuilder:eu-west-1:aws:component/update-linux/x.x.x"
  }

  block_device_mapping {
    device_name = "/dev/xvda"

    ebs { # expect: unset aws-ec2-image-encrypted
      volume_size = 8
    }
  }

  block_device_mapping {
    device_name = "/dev/xvdb"

    ebs {
      volume_size = 8
      encrypted   = true # expect: secure aws-ec2-image-encrypted
    }
  }

  block_device_mapping {
    device_name = "/dev/xvdc"

    ebs {
      volume_size = 8
      encrypted   = "false" # expect: insecure aws-ec2-image-encrypted
    }
  }
}

data "aws_ami" "anyone" { # expect: unset aws-ec2-image-owner
  most_recent = true

  filter {
    name   = "name"
    values = ["ubuntu/images/hvm-ssd/ubuntu-noble-24.04-amd64-server-*"]
  }
}

data "aws_ami" "nobody" {
  most_recent = true
  owners      = [] # expect: insecure aws-ec2-image-owner

  filter {
    name   = "name"
    values = ["web-*"]
  }
}

data "aws_ami" "canonical" {
  most_recent = true
  owners      = ["099720109477"] # expect: secure aws-ec2-image-owner

  filter {
    name   = "name"
    values = ["ubuntu/images/hvm-ssd/ubuntu-noble-24.04-amd64-server-*"]
  }
}

data "aws_ami" "amazon" {
  most_recent = true
  owners      = ["self", "amazon"] # expect: secure aws-ec2-image-owner
  name_regex  = "^al2023-ami-2023"
}

data "aws_ami" "by_id" { # expect: not_applicable aws-ec2-image-owner
  filter {
    name   = "image-id"
    values = ["ami-0123456789abcdef0"]
  }
}

data "aws_ami" "unknown" {
  most_recent = true
  owners      = var.owners # expect: unknown aws-ec2-image-owner because var.owners
}
