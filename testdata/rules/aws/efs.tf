# File systems.

variable "flag" {
  type = bool
}

variable "status" {
  type = string
}

resource "aws_efs_file_system" "silent" { # expect: unset aws-efs-encrypted, unset aws-efs-backup
  creation_token = "silent"
}

resource "aws_efs_file_system" "plain" {
  creation_token = "plain"
  encrypted      = false # expect: insecure aws-efs-encrypted
}

resource "aws_efs_backup_policy" "plain" {
  file_system_id = aws_efs_file_system.plain.id
  backup_policy {
    status = "DISABLED" # expect: insecure aws-efs-backup
  }
}

resource "aws_efs_file_system" "good" {
  for_each       = toset(["files", "mail"])
  creation_token = each.key
  encrypted      = true # expect: secure aws-efs-encrypted
}

resource "aws_efs_backup_policy" "good" {
  for_each       = toset(["files", "mail"])
  file_system_id = aws_efs_file_system.good[each.key].id
  backup_policy {
    status = "ENABLED" # expect: secure aws-efs-backup
  }
}

resource "aws_efs_file_system" "in_a_plan" { # expect: secure aws-efs-backup
  creation_token = "in-a-plan"
  encrypted      = true
}

resource "aws_backup_selection" "nightly" {
  name         = "nightly"
  iam_role_arn = "arn:aws:iam::123456789012:role/backup"
  plan_id      = "01234567-89ab-cdef-0123-456789abcdef"
  resources    = [aws_efs_file_system.in_a_plan.arn]
}

resource "aws_efs_file_system" "unknown" {
  creation_token = "unknown"
  encrypted      = var.flag # expect: unknown aws-efs-encrypted because var.flag
}

resource "aws_efs_backup_policy" "unknown" {
  file_system_id = aws_efs_file_system.unknown.id
  backup_policy {
    status = var.status # expect: unknown aws-efs-backup because var.status
  }
}
