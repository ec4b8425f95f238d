# Snapshots of databases, and copies of them.

setting "aws-rds-snapshot-encrypted" {
  title    = "Snapshots of clusters are encrypted"
  problem  = "This snapshot is taken from a cluster that is not encrypted"
  layer    = "encryption"
  severity = "medium"

  locals {
    # a snapshot is encrypted as its cluster is, and cannot say so itself
    all = concat(
      referred(attrs, "aws_rds_cluster", "db_cluster_identifier"),
      referred(attrs, "aws_docdb_cluster", "db_cluster_identifier"),
      referred(attrs, "aws_neptune_cluster", "db_cluster_identifier"),
    )
    # one that is made from a snapshot, or serverless of the first kind, is encrypted without saying so
    clusters = [for c in local.all : c if c.snapshot_identifier == null && c.engine_mode != "serverless"]
  }

  resource  = ["aws_db_cluster_snapshot", "aws_neptune_cluster_snapshot"]
  filter    = length(local.clusters) > 0
  subject   = local.clusters[0].storage_encrypted
  default   = false
  condition = value == true

  why        = "A copied snapshot is readable by whoever holds it."
  careful    = "the cluster is replaced"
  aliases    = ["CKV_AWS_146", "CKV_AWS_279"]
  references = ["https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Overview.Encryption.html", "https://docs.aws.amazon.com/neptune/latest/userguide/encrypt.html"]
  since      = "0.1.0"
}

setting "aws-rds-snapshot-customer-key" {
  title    = "Snapshots of Neptune are encrypted with a key of your own"
  problem  = "A key that AWS manages opens this snapshot"
  layer    = "encryption"
  severity = "info"

  resource = "aws_neptune_cluster_snapshot"
  filter   = anytrue([for c in referred(attrs, "aws_neptune_cluster", "db_cluster_identifier") : c.storage_encrypted]) # else another setting speaks
  companion "aws_neptune_cluster" {
    from      = "db_cluster_identifier"
    attribute = "kms_key_arn"
  }
  condition = is_own_key(value)

  why        = "With your own key you decide, and can see, who restores and copies; and a snapshot can go to another account."
  careful    = "the cluster is replaced"
  aliases    = ["CKV_AWS_280"]
  references = ["https://docs.aws.amazon.com/neptune/latest/userguide/encrypt.html"]
  since      = "0.1.0"
}

setting "aws-rds-snapshot-copy-customer-key" {
  title    = "Copies of snapshots are encrypted with a key of your own"
  problem  = "No key of yours is named for this copy"
  layer    = "encryption"
  severity = "info"

  resource     = "aws_db_snapshot_copy"
  attribute    = "kms_key_id"
  default_note = "within a region, a copy keeps the key of its snapshot"
  condition    = is_own_key(value)

  why        = "With your own key you decide, and can see, who restores the copy."
  careful    = "the copy is made anew"
  aliases    = ["CKV_AWS_266"]
  references = ["https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_CopySnapshot.html"]
  since      = "0.1.0"
}
