# DocumentDB clusters.

setting "aws-docdb-encrypted" {
  title    = "DocumentDB storage is encrypted"
  problem  = "This cluster's storage is not encrypted"
  layer    = "encryption"
  severity = "medium"

  resource  = "aws_docdb_cluster"
  filter    = attrs.snapshot_identifier == null && attrs.global_cluster_identifier == null && length(attrs.restore_to_point_in_time) == 0
  attribute = "storage_encrypted"
  default   = false
  condition = value == true

  why        = "A stolen snapshot or disk is readable by whoever holds it."
  fix        = { storage_encrypted = true }
  careful    = "the cluster is replaced"
  aliases    = ["CKV_AWS_74", "AVD-AWS-0021"]
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
  aliases    = ["CKV_AWS_85", "AVD-AWS-0020"]
  references = ["https://docs.aws.amazon.com/documentdb/latest/developerguide/event-auditing.html"]
  since      = "0.1.0"
}
