# The one machine that people log in to.

resource "aws_instance" "bastion" {
  ami                    = data.aws_ami.bastion.id
  instance_type          = "t3.micro"
  subnet_id              = module.network.public_subnet_ids[0]
  vpc_security_group_ids = [aws_security_group.admin.id]
  iam_instance_profile   = aws_iam_instance_profile.bastion.name
  monitoring             = true
  ebs_optimized          = true

  root_block_device {
    encrypted   = true
    kms_key_id  = aws_kms_key.data.arn
    volume_size = 20
    volume_type = "gp3"
  }

  user_data = <<-EOT
    #!/bin/sh
    dnf install -y postgresql16
    echo "${local.name}" > /etc/motd
  EOT

  tags = { Name = "${local.name}-bastion" }
}

data "aws_ami" "bastion" {
  most_recent = true
  owners      = ["amazon"]

  filter {
    name   = "name"
    values = ["al2023-ami-2023*-x86_64"]
  }
}

resource "aws_iam_instance_profile" "bastion" {
  name = "${local.name}-bastion"
  role = aws_iam_role.bastion.name
}

resource "aws_ebs_encryption_by_default" "this" {
  enabled = true
}
