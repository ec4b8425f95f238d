# Neptune: keys, logins, addresses, and the way back.

variable "flag" {
  type = bool
}

variable "days" {
  type = number
}

variable "key" {
  type = string
}

resource "aws_kms_key" "graph" {
  description = "graph"
}

resource "aws_neptune_cluster" "silent" { # expect: not_applicable aws-neptune-customer-key, unset aws-neptune-iam-authentication, unset aws-neptune-backup-retention, unset aws-neptune-deletion-protection, unset aws-neptune-copy-tags
  cluster_identifier = "silent"
}

resource "aws_neptune_cluster" "careless" { # expect: unset aws-neptune-customer-key
  cluster_identifier                  = "careless"
  storage_encrypted                   = true
  iam_database_authentication_enabled = false # expect: insecure aws-neptune-iam-authentication
  backup_retention_period             = 1     # expect: insecure aws-neptune-backup-retention
  deletion_protection                 = false # expect: insecure aws-neptune-deletion-protection
  copy_tags_to_snapshot               = false # expect: insecure aws-neptune-copy-tags
}

resource "aws_neptune_cluster" "careful" {
  cluster_identifier                  = "careful"
  storage_encrypted                   = true
  kms_key_arn                         = aws_kms_key.graph.arn # expect: secure aws-neptune-customer-key
  iam_database_authentication_enabled = true                  # expect: secure aws-neptune-iam-authentication
  backup_retention_period             = 7                     # expect: secure aws-neptune-backup-retention
  deletion_protection                 = true                  # expect: secure aws-neptune-deletion-protection
  copy_tags_to_snapshot               = true                  # expect: secure aws-neptune-copy-tags
}

resource "aws_neptune_cluster" "named" {
  cluster_identifier                  = "named"
  storage_encrypted                   = true
  kms_key_arn                         = "arn:aws:kms:eu-central-1:123456789012:key/graph" # expect: secure aws-neptune-customer-key
  iam_database_authentication_enabled = true
  backup_retention_period             = 35 # expect: secure aws-neptune-backup-retention
  deletion_protection                 = true
  copy_tags_to_snapshot               = true
}

resource "aws_neptune_cluster" "unknown" {
  cluster_identifier                  = "unknown"
  storage_encrypted                   = true
  kms_key_arn                         = var.key  # expect: unknown aws-neptune-customer-key because var.key
  iam_database_authentication_enabled = var.flag # expect: unknown aws-neptune-iam-authentication because var.flag
  backup_retention_period             = var.days # expect: unknown aws-neptune-backup-retention because var.days
  deletion_protection                 = var.flag # expect: unknown aws-neptune-deletion-protection because var.flag
  copy_tags_to_snapshot               = var.flag # expect: unknown aws-neptune-copy-tags because var.flag
}

resource "aws_neptune_cluster_instance" "silent" { # expect: secure aws-neptune-public
  cluster_identifier = aws_neptune_cluster.careful.id
  instance_class     = "db.r6g.large"
}

resource "aws_neptune_cluster_instance" "public" {
  cluster_identifier  = aws_neptune_cluster.careful.id
  instance_class      = "db.r6g.large"
  publicly_accessible = true # expect: insecure aws-neptune-public
}

resource "aws_neptune_cluster_instance" "inside" {
  cluster_identifier  = aws_neptune_cluster.careful.id
  instance_class      = "db.r6g.large"
  publicly_accessible = false # expect: secure aws-neptune-public
}

resource "aws_neptune_cluster_instance" "unknown" {
  cluster_identifier  = aws_neptune_cluster.careful.id
  instance_class      = "db.r6g.large"
  publicly_accessible = var.flag # expect: unknown aws-neptune-public because var.flag
}
