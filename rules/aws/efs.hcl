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

setting "aws-efs-customer-key" {
  title    = "File systems are encrypted with a key of your own"
  problem  = "A key that AWS manages opens this file system"
  layer    = "encryption"
  severity = "info"

  resource  = "aws_efs_file_system"
  filter    = attrs.encrypted == true
  attribute = "kms_key_id"
  condition = is_own_key(value)

  why        = "With your own key you decide, and can see, who opens the files and their backups."
  remedy     = "name a KMS key of yours in kms_key_id"
  careful    = "on an existing file system this replaces it: copy the files first"
  aliases    = ["CKV_AWS_184", "AC_AWS_0098"]
  references = ["https://docs.aws.amazon.com/efs/latest/ug/encryption-at-rest.html"]
  since      = "0.1.0"
}

setting "aws-efs-access-point-root" {
  title    = "Access points show one directory"
  problem  = "This access point shows the whole file system"
  layer    = "data"
  severity = "low"

  resource     = "aws_efs_access_point"
  attribute    = "root_directory.path"
  default      = "/"
  default_note = "AWS takes the root of the file system"
  condition    = value != "/"

  why        = "A program that is broken into reads the files of all others."
  careful    = "the access point is replaced; a directory that does not exist needs creation_info"
  aliases    = ["CKV_AWS_329"]
  references = ["https://docs.aws.amazon.com/efs/latest/ug/enforce-root-directory-access-point.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/efs-controls.html"]
  since      = "0.1.0"
}

setting "aws-efs-access-point-user" {
  title    = "Access points decide as whom files are opened"
  problem  = "Programs say themselves which user they are on this access point"
  layer    = "accounts"
  severity = "low"

  resource  = "aws_efs_access_point"
  attribute = "posix_user.uid"
  condition = value != null

  why        = "Whoever is root on a client is root on the files."
  careful    = "the access point is replaced; files belong to that user from then on"
  aliases    = ["CKV_AWS_330"]
  references = ["https://docs.aws.amazon.com/efs/latest/ug/enforce-identity-access-points.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/efs-controls.html"]
  since      = "0.1.0"
}

setting "aws-efs-policy-public" {
  title    = "No file system policy lets everyone in"
  problem  = "This policy lets everyone who reaches the file system use it"
  layer    = "accounts"
  severity = "medium"
  empty    = "secure"

  resource = "aws_efs_file_system_policy"
  for_each = statements(attrs.policy)
  filter   = each.value.effect == "Allow"
  subject  = [for p in each.value.principals : p.id if p.id == "*"][0]
  condition = (
    value == null || is_narrowed(each.value)
    || anytrue([for c in each.value.conditions : contains(["elasticfilesystem:accessedviamounttarget", "elasticfilesystem:accesspointarn"], lower(c.variable))])
  )

  why        = "Clients need no role of yours, and nothing but the network holds them back."
  careful    = "a condition on elasticfilesystem:AccessedViaMountTarget is the least that AWS asks for"
  aliases    = ["AC_AWS_0464"]
  references = ["https://docs.aws.amazon.com/efs/latest/ug/access-control-block-public-access.html", "https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html"]
  since      = "0.1.0"
}
