# Volumes, and what backs them up.

variable "stage" {
  type = string
}

resource "aws_ebs_volume" "alone" { # expect: unset aws-ebs-backup
  availability_zone = "eu-west-1a"
  size              = 20
  encrypted         = true
}

resource "aws_ebs_volume" "selected" {
  availability_zone = "eu-west-1a"
  size              = 20
  encrypted         = true
}

resource "aws_ebs_volume" "snapped" {
  availability_zone = "eu-west-1a"
  size              = 20
  encrypted         = true
}

resource "aws_ebs_volume" "tagged" { # expect: secure aws-ebs-backup
  availability_zone = "eu-west-1a"
  size              = 20
  encrypted         = true
  tags              = { backup = "daily" }
}

resource "aws_ebs_volume" "managed" { # expect: secure aws-ebs-backup
  availability_zone = "eu-west-1a"
  size              = 20
  encrypted         = true
  tags              = { Keep = "yes" }
}

resource "aws_ebs_volume" "other" { # expect: unset aws-ebs-backup
  availability_zone = "eu-west-1a"
  size              = 20
  encrypted         = true
  tags              = { backup = "never" }
}

resource "aws_ebs_volume" "unknown" { # expect: unknown aws-ebs-backup because var.stage
  availability_zone = "eu-west-1a"
  size              = 20
  encrypted         = true
  tags              = { backup = var.stage }
}

resource "aws_backup_selection" "one" { # expect: secure aws-ebs-backup
  name         = "one"
  plan_id      = "plan"
  iam_role_arn = "arn:aws:iam::123456789012:role/backup"
  resources    = [aws_ebs_volume.selected.arn]
}

resource "aws_backup_selection" "tagged" {
  name         = "tagged"
  plan_id      = "plan"
  iam_role_arn = "arn:aws:iam::123456789012:role/backup"

  selection_tag {
    type  = "STRINGEQUALS"
    key   = "backup"
    value = "daily"
  }
}

resource "aws_ebs_snapshot" "snapped" { # expect: secure aws-ebs-backup
  volume_id = aws_ebs_volume.snapped.id
}

resource "aws_dlm_lifecycle_policy" "keep" {
  description        = "keep"
  execution_role_arn = "arn:aws:iam::123456789012:role/dlm"

  policy_details {
    resource_types = ["VOLUME"]
    target_tags    = { Keep = "yes" }

    schedule {
      name = "daily"

      create_rule {
        interval = 24
      }

      retain_rule {
        count = 7
      }
    }
  }
}
