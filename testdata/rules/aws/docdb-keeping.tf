# DocumentDB: keys, plain connections, audit, and the way back.

variable "flag" {
  type = bool
}

variable "days" {
  type = number
}

variable "text" {
  type = string
}

resource "aws_kms_key" "documents" {
  description = "documents"
}

resource "aws_docdb_cluster" "silent" { # expect: not_applicable aws-docdb-customer-key, unset aws-docdb-audit, unset aws-docdb-backup-retention, unset aws-docdb-deletion-protection
  cluster_identifier = "silent"
}

resource "aws_docdb_cluster" "careless" { # expect: unset aws-docdb-customer-key
  cluster_identifier              = "careless"
  storage_encrypted               = true
  backup_retention_period         = 3     # expect: insecure aws-docdb-backup-retention
  deletion_protection             = false # expect: insecure aws-docdb-deletion-protection
  db_cluster_parameter_group_name = aws_docdb_cluster_parameter_group.plain.name
}

resource "aws_docdb_cluster" "careful" {
  cluster_identifier              = "careful"
  storage_encrypted               = true
  kms_key_id                      = aws_kms_key.documents.arn # expect: secure aws-docdb-customer-key
  backup_retention_period         = 14                        # expect: secure aws-docdb-backup-retention
  deletion_protection             = true                      # expect: secure aws-docdb-deletion-protection
  db_cluster_parameter_group_name = aws_docdb_cluster_parameter_group.audited.name
}

resource "aws_docdb_cluster" "named" { # expect: secure aws-docdb-audit
  cluster_identifier              = "named"
  storage_encrypted               = true
  kms_key_id                      = "arn:aws:kms:eu-central-1:123456789012:key/documents" # expect: secure aws-docdb-customer-key
  backup_retention_period         = 7                                                     # expect: secure aws-docdb-backup-retention
  deletion_protection             = true
  db_cluster_parameter_group_name = "changes-only"
}

resource "aws_docdb_cluster" "unknown" {
  cluster_identifier              = "unknown"
  storage_encrypted               = true
  kms_key_id                      = var.text # expect: unknown aws-docdb-customer-key because var.text
  backup_retention_period         = var.days # expect: unknown aws-docdb-backup-retention because var.days
  deletion_protection             = var.flag # expect: unknown aws-docdb-deletion-protection because var.flag
  db_cluster_parameter_group_name = aws_docdb_cluster_parameter_group.unknown.name
}

resource "aws_docdb_cluster_parameter_group" "plain" { # expect: unset aws-docdb-audit
  name   = "plain"
  family = "docdb5.0"

  parameter {
    name  = "tls"
    value = "disabled" # expect: insecure aws-docdb-tls
  }
}

resource "aws_docdb_cluster_parameter_group" "audited" {
  name   = "audited"
  family = "docdb5.0"

  parameter {
    name  = "audit_logs"
    value = "enabled" # expect: secure aws-docdb-audit
  }

  parameter {
    name  = "tls"
    value = "tls1.3+" # expect: secure aws-docdb-tls
  }
}

resource "aws_docdb_cluster_parameter_group" "changes_only" { # expect: secure aws-docdb-tls
  name   = "changes-only"
  family = "docdb5.0"

  parameter {
    name  = "audit_logs"
    value = "ddl" # expect: secure aws-docdb-audit
  }
}

resource "aws_docdb_cluster_parameter_group" "unknown" {
  name   = "unknown"
  family = "docdb5.0"

  parameter {
    name  = "audit_logs"
    value = var.text # expect: unknown aws-docdb-audit because var.text
  }

  parameter {
    name  = "tls"
    value = var.text # expect: unknown aws-docdb-tls because var.text
  }
}

resource "aws_docdb_cluster" "unheard" {
  cluster_identifier              = "unheard"
  storage_encrypted               = true
  kms_key_id                      = aws_kms_key.documents.arn
  backup_retention_period         = 7
  deletion_protection             = true
  db_cluster_parameter_group_name = aws_docdb_cluster_parameter_group.unheard.name
}

resource "aws_docdb_cluster_parameter_group" "unheard" {
  name   = "unheard"
  family = "docdb5.0"

  parameter {
    name  = "audit_logs"
    value = "none" # expect: insecure aws-docdb-audit
  }
}

# Elastic clusters are always encrypted.

resource "aws_docdbelastic_cluster" "silent" { # expect: unset aws-docdb-customer-key
  name                = "silent"
  admin_user_name     = "root"
  admin_user_password = var.text
  auth_type           = "PLAIN_TEXT"
  shard_capacity      = 2
  shard_count         = 1
}

resource "aws_docdbelastic_cluster" "careful" {
  name                = "careful"
  admin_user_name     = "root"
  admin_user_password = var.text
  auth_type           = "PLAIN_TEXT"
  shard_capacity      = 2
  shard_count         = 1
  kms_key_id          = aws_kms_key.documents.arn # expect: secure aws-docdb-customer-key
}
