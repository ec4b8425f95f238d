# Neptune clusters.

setting "aws-neptune-encrypted" {
  title    = "Neptune storage is encrypted"
  problem  = "This cluster's storage is not encrypted"
  layer    = "encryption"
  severity = "medium"

  resource  = "aws_neptune_cluster"
  filter    = attrs.snapshot_identifier == null && attrs.replication_source_identifier == null && attrs.global_cluster_identifier == null
  attribute = "storage_encrypted"
  default   = false
  condition = value == true

  why        = "A stolen snapshot or disk is readable by whoever holds it."
  fix        = { storage_encrypted = true }
  careful    = "the cluster is replaced"
  aliases    = ["CKV_AWS_44", "AVD-AWS-0076", "AC_AWS_0493"]
  frameworks = { "nist-800-53-r5" = ["SC-28", "SC-28(1)"] }
  references = ["https://docs.aws.amazon.com/neptune/latest/userguide/encrypt.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/neptune-controls.html"]
  since      = "0.1.0"
}

setting "aws-neptune-logs" {
  title    = "Neptune hands its audit log over"
  problem  = "Nobody can say who read this cluster"
  layer    = "logging"
  severity = "low"

  resource  = "aws_neptune_cluster"
  attribute = "enable_cloudwatch_logs_exports"
  condition = contains(value, "audit")

  why        = "Logins and changes leave no trace that survives the cluster."
  fix        = { enable_cloudwatch_logs_exports = ["audit"] }
  careful    = "the parameter neptune_enable_audit_log must be on as well"
  aliases    = ["CKV_AWS_101", "AVD-AWS-0075", "AC_AWS_0494"]
  references = ["https://docs.aws.amazon.com/neptune/latest/userguide/auditing.html"]
  since      = "0.1.0"
}

setting "aws-neptune-customer-key" {
  title    = "Neptune is encrypted with a key of your own"
  problem  = "A key that AWS manages opens this cluster"
  layer    = "encryption"
  severity = "info"

  resource  = "aws_neptune_cluster"
  filter    = attrs.storage_encrypted == true
  attribute = "kms_key_arn"
  condition = is_own_key(value)

  why        = "With your own key you decide, and can see, who restores and copies; and a snapshot can go to another account."
  remedy     = "name a KMS key of yours in kms_key_arn"
  careful    = "on an existing cluster this replaces it"
  aliases    = ["CKV_AWS_347", "AWS-0128", "AVD-AWS-0128"]
  references = ["https://docs.aws.amazon.com/neptune/latest/userguide/encrypt.html"]
  since      = "0.1.0"
}

setting "aws-neptune-public" {
  title    = "Neptune instances have no public address"
  problem  = "This instance has an address on the internet"
  layer    = "network"
  severity = "high"

  resource     = "aws_neptune_cluster_instance"
  attribute    = "publicly_accessible"
  default      = false
  default_note = "the provider sends false"
  condition    = value != true

  why        = "Only the security group and a signature stand between the graph and everyone."
  fix        = { publicly_accessible = false }
  careful    = "clients from outside the network no longer reach it; the instance is replaced"
  aliases    = ["CKV_AWS_102"]
  references = ["https://docs.aws.amazon.com/neptune/latest/userguide/neptune-public-endpoints.html"]
  since      = "0.1.0"
}

setting "aws-neptune-iam-authentication" {
  title    = "Neptune asks who connects"
  problem  = "Everyone who reaches this cluster may read and change the graph"
  layer    = "accounts"
  severity = "medium"

  resource     = "aws_neptune_cluster"
  attribute    = "iam_database_authentication_enabled"
  default      = false
  default_note = "AWS leaves it off"
  condition    = value == true

  why        = "Neptune knows no passwords: without IAM every machine that the security group admits is let in."
  fix        = { iam_database_authentication_enabled = true }
  careful    = "clients must sign their requests"
  aliases    = ["CKV_AWS_359"]
  references = ["https://docs.aws.amazon.com/neptune/latest/userguide/iam-auth.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/neptune-controls.html"]
  since      = "0.1.0"
}

setting "aws-neptune-backup-retention" {
  title    = "Neptune keeps backups for a week"
  problem  = "Backups of this cluster are kept ${value} days; ${input.min_days} are asked for"
  layer    = "resilience"
  severity = "low"
  input "min_days" {
    type        = number
    default     = 7
    description = "Days for which backups must be kept."
  }

  resource     = "aws_neptune_cluster"
  attribute    = "backup_retention_period"
  default      = 1
  default_note = "AWS keeps a day of backups"
  condition    = value >= input.min_days

  why        = "A mistake is often noticed only after days."
  fix        = { backup_retention_period = input.min_days }
  aliases    = ["CKV_AWS_361"]
  references = ["https://docs.aws.amazon.com/neptune/latest/userguide/backup-restore-overview.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/neptune-controls.html"]
  since      = "0.1.0"
}

setting "aws-neptune-deletion-protection" {
  title    = "Neptune is protected from deletion"
  problem  = "One call deletes this cluster"
  layer    = "resilience"
  severity = "low"

  resource     = "aws_neptune_cluster"
  attribute    = "deletion_protection"
  default      = false
  default_note = "on only for clusters made in the console"
  condition    = value == true

  why        = "A wrong destroy, or a stolen key, takes the data away."
  fix        = { deletion_protection = true }
  careful    = "a wanted destroy must switch it off first"
  aliases    = ["CKV2_AWS_58"]
  references = ["https://docs.aws.amazon.com/neptune/latest/userguide/manage-console-instances-delete.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/neptune-controls.html"]
  since      = "0.1.0"
}

setting "aws-neptune-copy-tags" {
  title    = "Snapshots of Neptune carry the cluster's tags"
  problem  = "Snapshots of this cluster carry no tags"
  layer    = "data"
  severity = "info"

  resource  = "aws_neptune_cluster"
  attribute = "copy_tags_to_snapshot"
  default   = false
  condition = value == true

  why        = "Policies that go by tags do not hold for the copies, and nobody knows whose data is in them."
  fix        = { copy_tags_to_snapshot = true }
  aliases    = ["CKV_AWS_362"]
  references = ["https://docs.aws.amazon.com/neptune/latest/userguide/tagging.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/neptune-controls.html"]
  since      = "0.1.0"
}
