# Everything is backed up.

resource "aws_ebs_volume" "silent" { # expect: secure aws-ebs-backup
  availability_zone = "eu-west-1a"
  size              = 20
  encrypted         = true
}

resource "aws_backup_selection" "all" {
  name         = "all"
  plan_id      = "plan"
  iam_role_arn = "arn:aws:iam::123456789012:role/backup"
  resources    = ["arn:aws:ec2:*:*:volume/*"]
}
