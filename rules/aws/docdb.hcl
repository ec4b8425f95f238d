# DocumentDB clusters.

setting "aws-docdb-encrypted" {
  title    = "DocumentDB storage is encrypted"
  problem  = "This cluster's storage is not encrypted"
  layer    = "encryption"
  severity = "medium"

  on "aws_docdb_cluster" {
    filter = attrs.snapshot_identifier == null && attrs.global_cluster_identifier == null && length(attrs.restore_to_point_in_time) == 0
  }
  on "aws_docdb_global_cluster" {
    filter = attrs.source_db_cluster_identifier == null
  }
  attribute = "storage_encrypted"
  default   = false
  condition = value == true

  why        = "A stolen snapshot or disk is readable by whoever holds it."
  fix        = { storage_encrypted = true }
  careful    = "the cluster is replaced"
  aliases    = ["CKV_AWS_74", "CKV_AWS_292", "AVD-AWS-0021", "AC_AWS_0455"]
  references = ["https://docs.aws.amazon.com/documentdb/latest/developerguide/encryption-at-rest.html"]
  since      = "0.1.0"
}

setting "aws-docdb-logs" {
  title    = "DocumentDB hands its audit log over"
  problem  = "Nobody can say who read this cluster"
  layer    = "logging"
  severity = "low"

  resource  = "aws_docdb_cluster"
  attribute = "enabled_cloudwatch_logs_exports"
  condition = contains(value, "audit")

  why        = "Logins and changes leave no trace that survives the cluster."
  fix        = { enabled_cloudwatch_logs_exports = ["audit"] }
  careful    = "the parameter audit_logs must be on as well"
  aliases    = ["CKV_AWS_85", "AVD-AWS-0020", "AC_AWS_0456"]
  references = ["https://docs.aws.amazon.com/documentdb/latest/developerguide/event-auditing.html"]
  since      = "0.1.0"
}

setting "aws-docdb-customer-key" {
  title    = "DocumentDB is encrypted with a key of your own"
  problem  = "A key that AWS manages opens this cluster"
  layer    = "encryption"
  severity = "info"

  on "aws_docdb_cluster" {
    filter = attrs.storage_encrypted == true
  }
  on "aws_docdbelastic_cluster" {} # always encrypted
  attribute = "kms_key_id"
  condition = is_own_key(value)

  why        = "With your own key you decide, and can see, who restores and copies; and a snapshot can go to another account."
  careful    = "on an existing cluster this replaces it"
  aliases    = ["CKV_AWS_182", "AWS-0022", "AVD-AWS-0022", "AC_AWS_0455"]
  references = ["https://docs.aws.amazon.com/documentdb/latest/developerguide/encryption-at-rest.html"]
  since      = "0.1.0"
}

setting "aws-docdb-tls" {
  title    = "DocumentDB refuses plain connections"
  problem  = "Clusters with these parameters take connections without TLS"
  layer    = "transit"
  severity = "high"

  resource     = "aws_docdb_cluster_parameter_group"
  attribute    = "parameter[name=tls].value"
  default      = "enabled"
  default_note = "AWS has it on in every family"
  condition    = lower(value) != "disabled"

  why        = "Credentials and documents cross the network readable."
  fix        = { "parameter[name=tls].value" = "enabled" }
  careful    = "clients that do not speak TLS are turned away; clusters need a restart"
  aliases    = ["CKV_AWS_90"]
  references = ["https://docs.aws.amazon.com/documentdb/latest/developerguide/security.encryption.ssl.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/documentdb-controls.html"]
  since      = "0.1.0"
}

setting "aws-docdb-audit" {
  title    = "DocumentDB records who signs in and what changes"
  problem  = "This cluster keeps no audit log"
  layer    = "logging"
  severity = "low"

  resource     = "aws_docdb_cluster"
  default      = "disabled"
  default_note = "the default parameter group has audit_logs off"
  condition    = regex_match(lower(value), "enabled|all|ddl|dml")
  companion "aws_docdb_cluster_parameter_group" {
    from      = "db_cluster_parameter_group_name"
    attribute = "parameter[name=audit_logs].value"
    fix       = { "parameter[name=audit_logs].value" = "enabled" }
  }

  why        = "The export of the audit log carries nothing while the cluster writes none."
  aliases    = ["CKV_AWS_104"]
  references = ["https://docs.aws.amazon.com/documentdb/latest/developerguide/event-auditing.html"]
  since      = "0.1.0"
}

setting "aws-docdb-backup-retention" {
  title    = "DocumentDB keeps backups for a week"
  problem  = "Backups of this cluster are kept ${value} days; ${input.min_days} are asked for"
  layer    = "resilience"
  severity = "low"
  input "min_days" {
    type        = number
    default     = 7
    description = "Days for which backups must be kept."
  }

  resource     = "aws_docdb_cluster"
  attribute    = "backup_retention_period"
  default      = 1
  default_note = "AWS keeps a day of backups"
  condition    = value >= input.min_days

  why        = "A mistake is often noticed only after days."
  fix        = { backup_retention_period = input.min_days }
  aliases    = ["CKV_AWS_360"]
  references = ["https://docs.aws.amazon.com/documentdb/latest/developerguide/backup_restore.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/documentdb-controls.html"]
  since      = "0.1.0"
}

setting "aws-docdb-deletion-protection" {
  title    = "DocumentDB is protected from deletion"
  problem  = "One call deletes this cluster"
  layer    = "resilience"
  severity = "low"

  resource  = ["aws_docdb_cluster", "aws_docdb_global_cluster"]
  attribute = "deletion_protection"
  default   = false
  condition = value == true

  why        = "A wrong destroy, or a stolen key, takes the data away."
  fix        = { deletion_protection = true }
  careful    = "a wanted destroy must switch it off first"
  references = ["https://docs.aws.amazon.com/documentdb/latest/developerguide/db-cluster-delete.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/documentdb-controls.html"]
  since      = "0.1.0"
}
