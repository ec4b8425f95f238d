# AWS Backup vaults.

setting "aws-backup-customer-key" {
  title    = "Backup vaults are encrypted with a key of your own"
  problem  = "A key that AWS manages opens the backups in this vault"
  layer    = "encryption"
  severity = "info"

  resource  = "aws_backup_vault"
  attribute = "kms_key_arn"
  condition = is_own_key(value)

  why        = "With your own key you decide, and can see, who restores; and copies can go to another account."
  remedy     = "name a KMS key of yours in kms_key_arn"
  careful    = "on an existing vault this replaces it, and a vault that holds backups cannot be deleted"
  aliases    = ["CKV_AWS_166"]
  references = ["https://docs.aws.amazon.com/aws-backup/latest/devguide/encryption.html"]
  since      = "0.1.0"
}
