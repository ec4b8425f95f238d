# Databases: instances, clusters and their instances.

variable "flag" {
  type = bool
}

variable "days" {
  type = number
}

variable "text" {
  type = string
}

variable "logs" {
  type = list(string)
}

resource "aws_db_instance" "silent" { # expect: unset aws-rds-storage-encrypted, secure aws-rds-public, unset aws-rds-backup-retention, unset aws-rds-deletion-protection, secure aws-rds-final-snapshot, secure aws-rds-minor-upgrades, unset aws-rds-iam-authentication, unset aws-rds-logs, secure aws-rds-certificate, not_applicable aws-rds-customer-key
  identifier     = "silent"
  engine         = "postgres"
  engine_version = "16.4"
  instance_class = "db.t4g.micro"
}

resource "aws_db_instance" "careless" {
  identifier                          = "careless"
  engine                              = "postgres"
  engine_version                      = "16.4"
  instance_class                      = "db.t4g.micro"
  storage_encrypted                   = false         # expect: insecure aws-rds-storage-encrypted
  publicly_accessible                 = true          # expect: insecure aws-rds-public
  backup_retention_period             = 0             # expect: insecure aws-rds-backup-retention
  deletion_protection                 = false         # expect: insecure aws-rds-deletion-protection
  skip_final_snapshot                 = true          # expect: insecure aws-rds-final-snapshot
  auto_minor_version_upgrade          = false         # expect: insecure aws-rds-minor-upgrades
  iam_database_authentication_enabled = false         # expect: insecure aws-rds-iam-authentication
  enabled_cloudwatch_logs_exports     = []            # expect: insecure aws-rds-logs
  ca_cert_identifier                  = "rds-ca-2019" # expect: insecure aws-rds-certificate
}

locals {
  retention = 14
}

resource "aws_kms_key" "data" {
  description = "data"
}

resource "aws_db_instance" "careful" {
  identifier                          = "careful"
  engine                              = "postgres"
  engine_version                      = "16.4"
  instance_class                      = "db.t4g.micro"
  storage_encrypted                   = true                 # expect: secure aws-rds-storage-encrypted
  kms_key_id                          = aws_kms_key.data.arn # expect: secure aws-rds-customer-key
  publicly_accessible                 = false                # expect: secure aws-rds-public
  backup_retention_period             = local.retention      # expect: secure aws-rds-backup-retention, secure aws-rds-backup-week
  deletion_protection                 = true                 # expect: secure aws-rds-deletion-protection
  skip_final_snapshot                 = false                # expect: secure aws-rds-final-snapshot
  auto_minor_version_upgrade          = true                 # expect: secure aws-rds-minor-upgrades
  iam_database_authentication_enabled = true                 # expect: secure aws-rds-iam-authentication
  enabled_cloudwatch_logs_exports     = ["postgresql"]       # expect: secure aws-rds-logs
  ca_cert_identifier                  = "rds-ca-rsa4096-g1"  # expect: secure aws-rds-certificate
}

resource "aws_db_instance" "unknown" {
  identifier                          = "unknown"
  engine                              = "postgres"
  engine_version                      = "16.4"
  instance_class                      = "db.t4g.micro"
  storage_encrypted                   = var.flag # expect: unknown aws-rds-storage-encrypted because var.flag
  publicly_accessible                 = var.flag # expect: unknown aws-rds-public because var.flag
  backup_retention_period             = var.days # expect: unknown aws-rds-backup-retention because var.days, unknown aws-rds-backup-week because var.days
  deletion_protection                 = var.flag # expect: unknown aws-rds-deletion-protection because var.flag
  skip_final_snapshot                 = var.flag # expect: unknown aws-rds-final-snapshot because var.flag
  auto_minor_version_upgrade          = var.flag # expect: unknown aws-rds-minor-upgrades because var.flag
  iam_database_authentication_enabled = var.flag # expect: unknown aws-rds-iam-authentication because var.flag
  enabled_cloudwatch_logs_exports     = var.logs # expect: unknown aws-rds-logs because var.logs
  ca_cert_identifier                  = var.text # expect: unknown aws-rds-certificate because var.text
  kms_key_id                          = aws_kms_key.data.arn
}

# a replica takes after its source
resource "aws_db_instance" "replica" { # expect: not_applicable aws-rds-storage-encrypted, not_applicable aws-rds-backup-retention, not_applicable aws-rds-deletion-protection, not_applicable aws-rds-final-snapshot
  identifier                      = "replica"
  instance_class                  = "db.t4g.micro"
  replicate_source_db             = aws_db_instance.careful.identifier
  skip_final_snapshot             = true
  enabled_cloudwatch_logs_exports = ["postgresql"]
}

resource "aws_db_instance" "restored" { # expect: not_applicable aws-rds-storage-encrypted
  identifier                          = "restored"
  engine                              = "mysql"
  instance_class                      = "db.t4g.micro"
  snapshot_identifier                 = "rds:shop-2026-10-01"
  backup_retention_period             = 7
  deletion_protection                 = true
  iam_database_authentication_enabled = true
  enabled_cloudwatch_logs_exports     = ["error"]
}

resource "aws_db_instance" "sqlserver" { # expect: not_applicable aws-rds-iam-authentication, unset aws-rds-customer-key
  identifier                      = "sqlserver"
  engine                          = "sqlserver-ex"
  instance_class                  = "db.t3.micro"
  storage_encrypted               = true
  backup_retention_period         = 3 # expect: secure aws-rds-backup-retention, insecure aws-rds-backup-week
  deletion_protection             = true
  enabled_cloudwatch_logs_exports = ["error"]
}

# Aurora.

resource "aws_rds_cluster" "silent" { # expect: unset aws-rds-storage-encrypted, secure aws-rds-backup-retention, unset aws-rds-backup-week, not_applicable aws-rds-backup-beyond-week, unset aws-rds-deletion-protection, secure aws-rds-final-snapshot, unset aws-rds-iam-authentication, unset aws-rds-logs
  cluster_identifier = "silent"
  engine             = "aurora-postgresql"
}

resource "aws_rds_cluster" "careful" {
  cluster_identifier                  = "careful"
  engine                              = "aurora-postgresql"
  storage_encrypted                   = true                 # expect: secure aws-rds-storage-encrypted
  kms_key_id                          = aws_kms_key.data.arn # expect: secure aws-rds-customer-key
  backup_retention_period             = 35                   # expect: secure aws-rds-backup-retention, secure aws-rds-backup-week, secure aws-rds-backup-beyond-week
  deletion_protection                 = true                 # expect: secure aws-rds-deletion-protection
  skip_final_snapshot                 = true                 # expect: insecure aws-rds-final-snapshot
  iam_database_authentication_enabled = true                 # expect: secure aws-rds-iam-authentication
  enabled_cloudwatch_logs_exports     = ["postgresql"]       # expect: secure aws-rds-logs
}

resource "aws_rds_cluster" "serverless" { # expect: not_applicable aws-rds-storage-encrypted, not_applicable aws-rds-iam-authentication
  cluster_identifier              = "serverless"
  engine                          = "aurora-mysql"
  engine_mode                     = "serverless"
  backup_retention_period         = 7 # expect: insecure aws-rds-backup-beyond-week
  deletion_protection             = true
  enabled_cloudwatch_logs_exports = ["audit"]
}

resource "aws_rds_cluster" "unknown_key" {
  cluster_identifier                  = "unknown-key"
  engine                              = "aurora-postgresql"
  storage_encrypted                   = true
  kms_key_id                          = var.text # expect: unknown aws-rds-customer-key because var.text
  backup_retention_period             = 7        # expect: insecure aws-rds-backup-beyond-week
  deletion_protection                 = true
  iam_database_authentication_enabled = true
  enabled_cloudwatch_logs_exports     = ["postgresql"]
}

resource "aws_rds_cluster_instance" "public" {
  cluster_identifier         = aws_rds_cluster.careful.id
  engine                     = "aurora-postgresql"
  instance_class             = "db.r6g.large"
  publicly_accessible        = true          # expect: insecure aws-rds-public
  auto_minor_version_upgrade = false         # expect: insecure aws-rds-minor-upgrades
  ca_cert_identifier         = "rds-ca-2019" # expect: insecure aws-rds-certificate
}

resource "aws_rds_global_cluster" "silent" { # expect: unset aws-rds-storage-encrypted, unset aws-rds-deletion-protection
  global_cluster_identifier = "silent"
  engine                    = "aurora-postgresql"
}

# Snapshots.

resource "aws_db_snapshot" "public" {
  db_instance_identifier = aws_db_instance.careful.identifier
  db_snapshot_identifier = "public"
  shared_accounts        = ["all"] # expect: insecure aws-rds-snapshot-shared
}

resource "aws_db_snapshot" "silent" { # expect: secure aws-rds-snapshot-shared
  db_instance_identifier = aws_db_instance.careful.identifier
  db_snapshot_identifier = "silent"
}

resource "aws_db_cluster_snapshot" "partner" {
  db_cluster_identifier          = aws_rds_cluster.careful.id
  db_cluster_snapshot_identifier = "partner"
  shared_accounts                = ["123456789012"] # expect: secure aws-rds-snapshot-shared
}

resource "aws_db_snapshot_copy" "unknown" {
  source_db_snapshot_identifier = "silent"
  target_db_snapshot_identifier = "unknown"
  shared_accounts               = [var.text] # expect: unknown aws-rds-snapshot-shared because var.text
}

resource "aws_rds_cluster" "week" { # expect: unset aws-rds-storage-encrypted, unset aws-rds-iam-authentication
  cluster_identifier              = "week"
  engine                          = "aurora-postgresql"
  backup_retention_period         = 7 # expect: secure aws-rds-backup-week, insecure aws-rds-backup-beyond-week
  deletion_protection             = true
  enabled_cloudwatch_logs_exports = ["postgresql"]
}

resource "aws_rds_cluster" "some_days" { # expect: unset aws-rds-storage-encrypted, unset aws-rds-iam-authentication
  cluster_identifier              = "some-days"
  engine                          = "aurora-postgresql"
  backup_retention_period         = var.days # expect: unknown aws-rds-backup-retention because var.days, unknown aws-rds-backup-week because var.days, unknown aws-rds-backup-beyond-week because var.days
  deletion_protection             = true
  enabled_cloudwatch_logs_exports = ["postgresql"]
}
