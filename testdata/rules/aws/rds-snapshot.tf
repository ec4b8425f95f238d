# Snapshots are encrypted as their clusters are.

variable "text" {
  type = string
}

variable "flag" {
  type = bool
}

resource "aws_kms_key" "own" {
  description = "own"
}

resource "aws_rds_cluster" "silent" {
  cluster_identifier = "silent"
  engine             = "aurora-mysql"
}

resource "aws_rds_cluster" "plain" {
  cluster_identifier = "plain"
  engine             = "aurora-mysql"
  storage_encrypted  = false # expect: insecure aws-rds-snapshot-encrypted
}

resource "aws_rds_cluster" "encrypted" {
  cluster_identifier = "encrypted"
  engine             = "aurora-mysql"
  storage_encrypted  = true # expect: secure aws-rds-snapshot-encrypted
}

resource "aws_rds_cluster" "unknown" {
  cluster_identifier = "unknown"
  engine             = "aurora-mysql"
  storage_encrypted  = var.flag
}

resource "aws_docdb_cluster" "documents" {
  cluster_identifier = "documents"
  storage_encrypted  = true # expect: secure aws-rds-snapshot-encrypted
}

resource "aws_db_cluster_snapshot" "silent" { # expect: unset aws-rds-snapshot-encrypted
  db_cluster_identifier          = aws_rds_cluster.silent.id
  db_cluster_snapshot_identifier = "silent"
}

resource "aws_db_cluster_snapshot" "plain" {
  db_cluster_identifier          = aws_rds_cluster.plain.cluster_identifier
  db_cluster_snapshot_identifier = "plain"
}

resource "aws_db_cluster_snapshot" "encrypted" {
  db_cluster_identifier          = aws_rds_cluster.encrypted.id
  db_cluster_snapshot_identifier = "encrypted"
}

resource "aws_db_cluster_snapshot" "unknown" { # expect: unknown aws-rds-snapshot-encrypted because var.flag
  db_cluster_identifier          = aws_rds_cluster.unknown.id
  db_cluster_snapshot_identifier = "unknown"
}

resource "aws_db_cluster_snapshot" "documents" {
  db_cluster_identifier          = aws_docdb_cluster.documents.id
  db_cluster_snapshot_identifier = "documents"
}

resource "aws_neptune_cluster" "plain" {
  cluster_identifier = "plain-graph"
  storage_encrypted  = false # expect: insecure aws-rds-snapshot-encrypted
}

resource "aws_neptune_cluster" "encrypted" { # expect: unset aws-rds-snapshot-customer-key
  cluster_identifier = "graph"
  storage_encrypted  = true # expect: secure aws-rds-snapshot-encrypted
}

resource "aws_neptune_cluster" "own" {
  cluster_identifier = "own-graph"
  storage_encrypted  = true                # expect: secure aws-rds-snapshot-encrypted
  kms_key_arn        = aws_kms_key.own.arn # expect: secure aws-rds-snapshot-customer-key
}

resource "aws_neptune_cluster" "of_aws" {
  cluster_identifier = "graph-of-aws"
  storage_encrypted  = true                                               # expect: secure aws-rds-snapshot-encrypted
  kms_key_arn        = "arn:aws:kms:eu-west-1:123456789012:alias/aws/rds" # expect: insecure aws-rds-snapshot-customer-key
}

resource "aws_neptune_cluster" "unknown" {
  cluster_identifier = "some-graph"
  storage_encrypted  = true     # expect: secure aws-rds-snapshot-encrypted
  kms_key_arn        = var.text # expect: unknown aws-rds-snapshot-customer-key because var.text
}

resource "aws_neptune_cluster_snapshot" "plain" { # expect: not_applicable aws-rds-snapshot-customer-key
  db_cluster_identifier          = aws_neptune_cluster.plain.id
  db_cluster_snapshot_identifier = "plain-graph"
}

resource "aws_neptune_cluster_snapshot" "encrypted" {
  db_cluster_identifier          = aws_neptune_cluster.encrypted.id
  db_cluster_snapshot_identifier = "graph"
}

resource "aws_neptune_cluster_snapshot" "own" {
  db_cluster_identifier          = aws_neptune_cluster.own.id
  db_cluster_snapshot_identifier = "own-graph"
}

resource "aws_neptune_cluster_snapshot" "of_aws" {
  db_cluster_identifier          = aws_neptune_cluster.of_aws.id
  db_cluster_snapshot_identifier = "graph-of-aws"
}

resource "aws_neptune_cluster_snapshot" "unknown" {
  db_cluster_identifier          = aws_neptune_cluster.unknown.id
  db_cluster_snapshot_identifier = "some-graph"
}

resource "aws_db_snapshot_copy" "silent" { # expect: unset aws-rds-snapshot-copy-customer-key
  source_db_snapshot_identifier = "rds:shop-2026-10-01"
  target_db_snapshot_identifier = "silent"
}

resource "aws_db_snapshot_copy" "of_aws" {
  source_db_snapshot_identifier = "rds:shop-2026-10-01"
  target_db_snapshot_identifier = "of-aws"
  kms_key_id                    = "alias/aws/rds" # expect: insecure aws-rds-snapshot-copy-customer-key
}

resource "aws_db_snapshot_copy" "own" {
  source_db_snapshot_identifier = "rds:shop-2026-10-01"
  target_db_snapshot_identifier = "own"
  kms_key_id                    = aws_kms_key.own.arn # expect: secure aws-rds-snapshot-copy-customer-key
}

resource "aws_db_snapshot_copy" "named" {
  source_db_snapshot_identifier = "rds:shop-2026-10-01"
  target_db_snapshot_identifier = "named"
  kms_key_id                    = "alias/shop" # expect: secure aws-rds-snapshot-copy-customer-key
}

resource "aws_db_snapshot_copy" "unknown" {
  source_db_snapshot_identifier = "rds:shop-2026-10-01"
  target_db_snapshot_identifier = "unknown"
  kms_key_id                    = var.text # expect: unknown aws-rds-snapshot-copy-customer-key because var.text
}

# from a snapshot, encrypted or not as that is
resource "aws_rds_cluster" "restored" {
  cluster_identifier  = "restored"
  engine              = "aurora-mysql"
  snapshot_identifier = "shop-2026-10-01"
}

resource "aws_db_cluster_snapshot" "restored" { # expect: not_applicable aws-rds-snapshot-encrypted
  db_cluster_identifier          = aws_rds_cluster.restored.id
  db_cluster_snapshot_identifier = "restored"
}
