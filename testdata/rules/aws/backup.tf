# Backup vaults.

variable "key" {
  type = string
}

resource "aws_kms_key" "backups" {
  description = "backups"
}

resource "aws_backup_vault" "silent" { # expect: unset aws-backup-customer-key
  name = "silent"
}

resource "aws_backup_vault" "keyed" {
  name        = "keyed"
  kms_key_arn = aws_kms_key.backups.arn # expect: secure aws-backup-customer-key
}

resource "aws_backup_vault" "named" {
  name        = "named"
  kms_key_arn = "arn:aws:kms:eu-central-1:123456789012:key/backups" # expect: secure aws-backup-customer-key
}

resource "aws_backup_vault" "unknown" {
  name        = "unknown"
  kms_key_arn = var.key # expect: unknown aws-backup-customer-key because var.key
}
