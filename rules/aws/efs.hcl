# EFS file systems.

setting "aws-efs-encrypted" {
  title    = "File systems are encrypted"
  problem  = "This file system is not encrypted"
  layer    = "encryption"
  severity = "medium"

  resource     = "aws_efs_file_system"
  attribute    = "encrypted"
  default      = false
  default_note = "the API leaves it off; only the console switches it on"
  condition    = value == true

  why        = "It holds what all machines that mount it share, and cannot be encrypted later."
  fix        = { encrypted = true }
  careful    = "the file system is replaced: copy the files first"
  aliases    = ["CKV_AWS_42", "AVD-AWS-0037", "AC_AWS_0097"]
  frameworks = { "nist-800-53-r5" = ["SC-28", "SC-28(1)"] }
  references = ["https://docs.aws.amazon.com/efs/latest/ug/encryption-at-rest.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/efs-controls.html"]
  since      = "0.1.0"
}

setting "aws-efs-backup" {
  title    = "File systems are backed up"
  problem  = "A deleted file of this file system is gone"
  layer    = "resilience"
  severity = "low"

  resource  = "aws_efs_file_system"
  condition = value == "ENABLED"
  companion "aws_efs_backup_policy" {
    via       = "file_system_id"
    attribute = "backup_policy.status"
    fix       = { "backup_policy.status" = "ENABLED" }
  }
  companion "aws_backup_selection" {
    via       = "resources[*]"
    condition = value != null
  }

  why        = "A faulty program, or somebody who encrypts for ransom, takes the only copy."
  aliases    = ["CKV2_AWS_18"]
  references = ["https://docs.aws.amazon.com/efs/latest/ug/awsbackup.html"]
  since      = "0.1.0"
}
