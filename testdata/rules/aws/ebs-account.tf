# Regions in which the account encrypts every volume, and one in which it does not.

provider "aws" {
  region = "eu-central-1"
}

provider "aws" {
  alias  = "west"
  region = "eu-west-1"
}

provider "aws" {
  alias  = "north"
  region = "eu-north-1"
}

variable "enabled" {
  type = bool
}

resource "aws_ebs_encryption_by_default" "central" { # expect: secure aws-ebs-encryption-by-default
}

resource "aws_ebs_encryption_by_default" "west" {
  provider = aws.west
  enabled  = false # expect: insecure aws-ebs-encryption-by-default
}

resource "aws_ebs_encryption_by_default" "north" {
  provider = aws.north
  enabled  = var.enabled # expect: unknown aws-ebs-encryption-by-default because var.enabled
}

resource "aws_ebs_default_kms_key" "central" {
  key_arn = "arn:aws:kms:eu-central-1:123456789012:key/01234567-89ab-cdef-0123-456789abcdef"
}

resource "aws_ebs_volume" "central" { # expect: secure aws-ebs-volume-encrypted
  availability_zone = "eu-central-1a"
  size              = 20
}

resource "aws_ebs_volume" "central_key" { # expect: secure aws-ebs-volume-customer-key
  availability_zone = "eu-central-1a"
  size              = 20
  encrypted         = true
}

resource "aws_ebs_volume" "west" { # expect: unset aws-ebs-volume-encrypted
  provider          = aws.west
  availability_zone = "eu-west-1a"
  size              = 20
}

resource "aws_ebs_volume" "north" { # expect: unknown aws-ebs-volume-encrypted because var.enabled
  provider          = aws.north
  availability_zone = "eu-north-1a"
  size              = 20
}

resource "aws_instance" "central" { # expect: secure aws-ec2-root-volume-encrypted, secure aws-ec2-volumes-encrypted
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"

  ebs_block_device {
    device_name = "/dev/sdf"
    volume_size = 20
  }
}
