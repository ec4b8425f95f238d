# Machines and what they are started from.

variable "tokens" {
  type = string
}

variable "flag" {
  type = bool
}

variable "text" {
  type = string
}

resource "aws_instance" "silent" { # expect: unset aws-ec2-imdsv2, unset aws-ec2-root-volume-encrypted, secure aws-ec2-public-ip, secure aws-ec2-user-data-secret
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"
}

resource "aws_instance" "careless" {
  ami                         = "ami-0123456789abcdef0"
  instance_type               = "t3.micro"
  associate_public_ip_address = true # expect: insecure aws-ec2-public-ip

  metadata_options {
    http_endpoint = "enabled"
    http_tokens   = "optional" # expect: insecure aws-ec2-imdsv2
  }

  root_block_device {
    encrypted = false # expect: insecure aws-ec2-root-volume-encrypted
  }

  ebs_block_device {
    device_name = "/dev/sdf"
    encrypted   = false # expect: insecure aws-ec2-volumes-encrypted
  }

  ebs_block_device { # expect: unset aws-ec2-volumes-encrypted
    device_name = "/dev/sdg"
    volume_size = 20
  }

  # expect(+1): insecure aws-ec2-user-data-secret
  user_data = <<-SH
    #!/bin/sh
    export AWS_ACCESS_KEY_ID=AKIA4QW7XN2RTPL5ZV3C
    export AWS_SECRET_ACCESS_KEY=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
  SH
}

resource "aws_instance" "careful" {
  ami                         = "ami-0123456789abcdef0"
  instance_type               = "t3.micro"
  associate_public_ip_address = false # expect: secure aws-ec2-public-ip

  metadata_options {
    http_tokens = "required" # expect: secure aws-ec2-imdsv2
  }

  root_block_device {
    encrypted = true # expect: secure aws-ec2-root-volume-encrypted
  }

  dynamic "ebs_block_device" {
    for_each = ["/dev/sdf", "/dev/sdg"]
    content {
      device_name = ebs_block_device.value
      encrypted   = true # expect: secure aws-ec2-volumes-encrypted
    }
  }

  user_data = <<-SH
    #!/bin/sh
    systemctl enable --now shop
  SH
}

resource "aws_instance" "unknown" { # expect: unknown aws-ec2-user-data-secret because var.text
  ami                         = "ami-0123456789abcdef0"
  instance_type               = "t3.micro"
  associate_public_ip_address = var.flag # expect: unknown aws-ec2-public-ip because var.flag
  user_data                   = var.text

  metadata_options {
    http_tokens = var.tokens # expect: unknown aws-ec2-imdsv2 because var.tokens
  }

  root_block_device {
    encrypted = var.flag # expect: unknown aws-ec2-root-volume-encrypted because var.flag
  }

  ebs_block_device {
    device_name = "/dev/sdf"
    encrypted   = var.flag # expect: unknown aws-ec2-volumes-encrypted because var.flag
  }
}

resource "aws_instance" "no_metadata" { # expect: not_applicable aws-ec2-imdsv2, unset aws-ec2-root-volume-encrypted
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"

  metadata_options {
    http_endpoint = "disabled"
  }

  ebs_block_device { # expect: not_applicable aws-ec2-volumes-encrypted
    device_name = "/dev/sdf"
    snapshot_id = "snap-0123456789abcdef0"
  }
}

# Templates.

resource "aws_launch_template" "good" {
  name = "good"

  metadata_options {
    http_tokens = "required" # expect: secure aws-ec2-imdsv2
  }

  block_device_mappings {
    device_name = "/dev/xvda"
    ebs {
      encrypted = true # expect: secure aws-ec2-volumes-encrypted
    }
  }

  network_interfaces {
    associate_public_ip_address = false # expect: secure aws-ec2-public-ip
  }
}

resource "aws_launch_template" "bad" { # expect: unset aws-ec2-imdsv2
  name      = "bad"
  user_data = base64encode("DB_TOKEN=ghp_x7Kq2LmZ9vR4tY1wB6nC3dF8hJ5sP0aGeUiO") # expect: insecure aws-ec2-user-data-secret

  block_device_mappings {
    device_name = "/dev/xvda"
    ebs {
      encrypted = "false" # expect: insecure aws-ec2-volumes-encrypted
    }
  }

  block_device_mappings { # expect: not_applicable aws-ec2-volumes-encrypted
    device_name  = "/dev/xvdb"
    virtual_name = "ephemeral0"
  }

  network_interfaces {
    associate_public_ip_address = true # expect: insecure aws-ec2-public-ip
  }
}

resource "aws_instance" "from_good" { # expect: unset aws-ec2-root-volume-encrypted
  instance_type = "t3.micro"

  launch_template {
    id = aws_launch_template.good.id
  }
}

resource "aws_instance" "over_template" { # expect: unset aws-ec2-root-volume-encrypted
  instance_type = "t3.micro"

  launch_template {
    name = "good"
  }

  metadata_options {
    http_tokens = "optional" # expect: insecure aws-ec2-imdsv2
  }
}

resource "aws_launch_configuration" "old" { # expect: unset aws-ec2-imdsv2, unset aws-ec2-root-volume-encrypted
  name_prefix                 = "old-"
  image_id                    = "ami-0123456789abcdef0"
  instance_type               = "t3.micro"
  associate_public_ip_address = true # expect: insecure aws-ec2-public-ip
  user_data                   = "#!/bin/sh"
}

# Images.

resource "aws_ami_launch_permission" "everyone" {
  image_id = "ami-0123456789abcdef0"
  group    = "all" # expect: insecure aws-ec2-image-shared
}

resource "aws_ami_launch_permission" "account" { # expect: secure aws-ec2-image-shared
  image_id   = "ami-0123456789abcdef0"
  account_id = "123456789012"
}

resource "aws_ami_launch_permission" "unknown" {
  image_id = "ami-0123456789abcdef0"
  group    = var.text # expect: unknown aws-ec2-image-shared because var.text
}

resource "aws_ec2_image_block_public_access" "off" {
  state = "unblocked" # expect: insecure aws-ec2-image-sharing
}

resource "aws_ec2_image_block_public_access" "on" {
  state = "block-new-sharing" # expect: secure aws-ec2-image-sharing
}

resource "aws_ec2_image_block_public_access" "unknown" {
  state = var.text # expect: unknown aws-ec2-image-sharing because var.text
}
