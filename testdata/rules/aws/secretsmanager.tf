# Secrets, and what becomes of them.

variable "key" {
  type = string
}

variable "days" {
  type = number
}

resource "aws_secretsmanager_secret" "silent" { # expect: unset aws-secretsmanager-rotation, unset aws-secretsmanager-customer-key, secure aws-secretsmanager-recovery-window
  name = "silent"
}

resource "aws_kms_key" "secrets" {
  description = "secrets"
}

resource "aws_secretsmanager_secret" "kept" { # expect: secure aws-secretsmanager-rotation
  name                    = "kept"
  kms_key_id              = aws_kms_key.secrets.arn # expect: secure aws-secretsmanager-customer-key
  recovery_window_in_days = 14                      # expect: secure aws-secretsmanager-recovery-window
}

resource "aws_secretsmanager_secret_rotation" "kept" {
  secret_id           = aws_secretsmanager_secret.kept.id
  rotation_lambda_arn = "arn:aws:lambda:eu-central-1:123456789012:function:rotate"

  rotation_rules {
    automatically_after_days = 30
  }
}

resource "aws_secretsmanager_secret" "by_name" { # expect: secure aws-secretsmanager-rotation, unset aws-secretsmanager-customer-key
  name                    = "by-name"
  recovery_window_in_days = 0 # expect: insecure aws-secretsmanager-recovery-window
}

resource "aws_secretsmanager_secret_rotation" "by_name" {
  secret_id = "by-name"

  rotation_rules {
    automatically_after_days = 90
  }
}

resource "aws_secretsmanager_secret" "unknown" { # expect: unset aws-secretsmanager-rotation
  name                    = "unknown"
  kms_key_id              = var.key  # expect: unknown aws-secretsmanager-customer-key because var.key
  recovery_window_in_days = var.days # expect: unknown aws-secretsmanager-recovery-window because var.days
}
