# An account that encrypts every new disk, with a key of its own.

resource "aws_ebs_encryption_by_default" "account" {
  enabled = true
}

resource "aws_ebs_default_kms_key" "account" {
  key_arn = "arn:aws:kms:eu-central-1:123456789012:key/01234567-89ab-cdef-0123-456789abcdef"
}

resource "aws_ami" "web" {
  name                = "web"
  virtualization_type = "hvm"
  root_device_name    = "/dev/xvda"

  ebs_block_device { # expect: secure aws-ec2-image-encrypted
    device_name = "/dev/xvda"
    volume_size = 8
  }
}

resource "aws_ami_copy" "silent" { # expect: secure aws-ec2-image-encrypted
  name              = "silent"
  source_ami_id     = "ami-0123456789abcdef0"
  source_ami_region = "eu-west-1"
}

resource "aws_ami_copy" "encrypted" { # expect: secure aws-ec2-image-customer-key
  name              = "encrypted"
  source_ami_id     = "ami-0123456789abcdef0"
  source_ami_region = "eu-west-1"
  encrypted         = true
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

    ebs { # expect: secure aws-ec2-image-encrypted
      volume_size = 8
    }
  }
}
