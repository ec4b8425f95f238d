# Groups, lines to volumes, scripts.

variable "text" {
  type = string
}

variable "flag" {
  type = bool
}

variable "groups" {
  type = set(string)
}

resource "aws_instance" "silent" { # expect: unset aws-ec2-security-groups, secure aws-ec2-ebs-optimized, secure aws-ec2-encoded-script
  ami           = "ami-0123456789abcdef0"
  instance_type = "m7g.large"
}

resource "aws_instance" "old" { # expect: unset aws-ec2-ebs-optimized
  ami                    = "ami-0123456789abcdef0"
  instance_type          = "m3.xlarge"
  vpc_security_group_ids = ["sg-0123456789abcdef0"] # expect: secure aws-ec2-security-groups
}

resource "aws_instance" "tiny" { # expect: not_applicable aws-ec2-ebs-optimized
  ami             = "ami-0123456789abcdef0"
  instance_type   = "t2.micro"
  security_groups = ["web"] # expect: secure aws-ec2-security-groups
}

resource "aws_instance" "shared" {
  ami                    = "ami-0123456789abcdef0"
  instance_type          = "m4.large"
  ebs_optimized          = false                             # expect: insecure aws-ec2-ebs-optimized
  vpc_security_group_ids = []                                # expect: insecure aws-ec2-security-groups
  user_data_base64       = base64encode("#!/bin/sh\nreboot") # expect: insecure aws-ec2-encoded-script
}

resource "aws_instance" "own_line" {
  ami                    = "ami-0123456789abcdef0"
  instance_type          = "m3.xlarge"
  ebs_optimized          = true # expect: secure aws-ec2-ebs-optimized
  vpc_security_group_ids = ["sg-0123456789abcdef0"]
  user_data_base64       = base64encode("#cloud-config\n{}") # expect: secure aws-ec2-encoded-script
}

resource "aws_instance" "unknown" {
  ami                    = "ami-0123456789abcdef0"
  instance_type          = "m3.xlarge"
  ebs_optimized          = var.flag   # expect: unknown aws-ec2-ebs-optimized because var.flag
  vpc_security_group_ids = var.groups # expect: unknown aws-ec2-security-groups because var.groups
  user_data_base64       = var.text   # expect: unknown aws-ec2-encoded-script because var.text
}

resource "aws_instance" "interface" { # expect: not_applicable aws-ec2-security-groups
  ami           = "ami-0123456789abcdef0"
  instance_type = "m7g.large"

  network_interface {
    device_index         = 0
    network_interface_id = "eni-0123456789abcdef0"
  }
}

resource "aws_launch_template" "groups" {
  image_id               = "ami-0123456789abcdef0"
  instance_type          = "m7g.large"
  vpc_security_group_ids = ["sg-0123456789abcdef0"] # expect: secure aws-ec2-security-groups
}

resource "aws_instance" "template" { # expect: not_applicable aws-ec2-ebs-optimized
  launch_template {
    id = aws_launch_template.groups.id
  }
}

resource "aws_instance" "attached" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "m7g.large"
}

resource "aws_network_interface_sg_attachment" "attached" {
  security_group_id    = "sg-0123456789abcdef0" # expect: secure aws-ec2-security-groups
  network_interface_id = aws_instance.attached.primary_network_interface_id
}

resource "aws_launch_configuration" "encoded" {
  image_id         = "ami-0123456789abcdef0"
  instance_type    = "m5.large"
  user_data_base64 = "IyEvYmluL3NoCg==" # expect: insecure aws-ec2-encoded-script
}

# Images.

resource "aws_ami" "one" { # expect: secure aws-ec2-image-accounts
  name = "one"
}

resource "aws_ami_launch_permission" "one" {
  image_id   = aws_ami.one.id
  account_id = "111122223333"
}

resource "aws_ami_copy" "several" { # expect: insecure aws-ec2-image-accounts
  name              = "several"
  source_ami_id     = "ami-0123456789abcdef0"
  source_ami_region = "eu-west-1"
}

resource "aws_ami_launch_permission" "first" {
  image_id   = aws_ami_copy.several.id
  account_id = "111122223333"
}

resource "aws_ami_launch_permission" "second" {
  image_id   = aws_ami_copy.several.id
  account_id = "444455556666"
}

resource "aws_ami_from_instance" "organisation" { # expect: secure aws-ec2-image-accounts
  name               = "organisation"
  source_instance_id = aws_instance.silent.id
}

resource "aws_ami_launch_permission" "organisation" {
  image_id         = aws_ami_from_instance.organisation.id
  organization_arn = "arn:aws:organizations::123456789012:organization/o-1234567890"
}

resource "aws_ami" "unknown" { # expect: unknown aws-ec2-image-accounts because var.text
  name = "unknown"
}

resource "aws_ami_launch_permission" "some" {
  image_id   = aws_ami.unknown.id
  account_id = "111122223333"
}

resource "aws_ami_launch_permission" "any" {
  image_id   = aws_ami.unknown.id
  account_id = var.text
}
