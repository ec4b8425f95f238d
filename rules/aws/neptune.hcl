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
  aliases    = ["CKV_AWS_44", "AVD-AWS-0076"]
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
  aliases    = ["CKV_AWS_101", "AVD-AWS-0075"]
  references = ["https://docs.aws.amazon.com/neptune/latest/userguide/auditing.html"]
  since      = "0.1.0"
}
