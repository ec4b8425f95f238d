# Keys of copies, zones, tags, watching, and ways back.

variable "flag" {
  type = bool
}

variable "number" {
  type = number
}

variable "key" {
  type = string
}

variable "logs" {
  type = list(string)
}

resource "aws_kms_key" "orders" {
  description = "orders"
}

resource "aws_db_instance" "silent" { # expect: not_applicable aws-rds-insights-customer-key, unset aws-rds-zones, unset aws-rds-copy-tags, unset aws-rds-enhanced-monitoring
  identifier     = "silent"
  engine         = "postgres"
  instance_class = "db.t4g.micro"
}

resource "aws_db_instance" "careless" { # expect: unset aws-rds-insights-customer-key
  identifier                   = "careless"
  engine                       = "mysql"
  instance_class               = "db.t4g.micro"
  performance_insights_enabled = true
  multi_az                     = false # expect: insecure aws-rds-zones
  copy_tags_to_snapshot        = false # expect: insecure aws-rds-copy-tags
  monitoring_interval          = 0     # expect: insecure aws-rds-enhanced-monitoring
}

resource "aws_db_instance" "careful" {
  identifier                      = "careful"
  engine                          = "mysql"
  instance_class                  = "db.m7g.large"
  performance_insights_enabled    = true
  performance_insights_kms_key_id = aws_kms_key.orders.arn # expect: secure aws-rds-insights-customer-key
  multi_az                        = true                   # expect: secure aws-rds-zones
  copy_tags_to_snapshot           = true                   # expect: secure aws-rds-copy-tags
  monitoring_interval             = 60                     # expect: secure aws-rds-enhanced-monitoring
  monitoring_role_arn             = "arn:aws:iam::123456789012:role/monitoring"
}

resource "aws_db_instance" "unknown" {
  identifier                      = "unknown"
  engine                          = "mysql"
  instance_class                  = "db.m7g.large"
  performance_insights_enabled    = true
  performance_insights_kms_key_id = var.key    # expect: unknown aws-rds-insights-customer-key because var.key
  multi_az                        = var.flag   # expect: unknown aws-rds-zones because var.flag
  copy_tags_to_snapshot           = var.flag   # expect: unknown aws-rds-copy-tags because var.flag
  monitoring_interval             = var.number # expect: unknown aws-rds-enhanced-monitoring because var.number
}

resource "aws_db_instance" "replica" { # expect: not_applicable aws-rds-zones
  identifier            = "replica"
  replicate_source_db   = aws_db_instance.careful.identifier
  instance_class        = "db.m7g.large"
  copy_tags_to_snapshot = true
  monitoring_interval   = 15 # expect: secure aws-rds-enhanced-monitoring
}

# Clusters.

resource "aws_rds_cluster" "silent" { # expect: unset aws-rds-enhanced-monitoring, unset aws-rds-copy-tags, unset aws-rds-audit-log, unset aws-rds-backtrack, unset aws-rds-backup-plan
  cluster_identifier = "silent"
  engine             = "aurora-mysql"
}

resource "aws_rds_cluster" "careless" { # expect: unset aws-rds-insights-customer-key, unset aws-rds-backup-plan
  cluster_identifier              = "careless"
  engine                          = "aurora-mysql"
  performance_insights_enabled    = true
  copy_tags_to_snapshot           = false         # expect: insecure aws-rds-copy-tags
  enabled_cloudwatch_logs_exports = ["slowquery"] # expect: insecure aws-rds-audit-log
  backtrack_window                = 0             # expect: insecure aws-rds-backtrack
}

resource "aws_rds_cluster" "careful" { # expect: secure aws-rds-backup-plan
  cluster_identifier              = "careful"
  engine                          = "aurora-mysql"
  performance_insights_enabled    = true
  performance_insights_kms_key_id = "arn:aws:kms:eu-central-1:123456789012:key/orders" # expect: secure aws-rds-insights-customer-key
  copy_tags_to_snapshot           = true                                               # expect: secure aws-rds-copy-tags
  enabled_cloudwatch_logs_exports = ["audit", "error"]                                 # expect: secure aws-rds-audit-log
  backtrack_window                = 86400                                              # expect: secure aws-rds-backtrack
  monitoring_interval             = 30
  monitoring_role_arn             = "arn:aws:iam::123456789012:role/monitoring"
}

resource "aws_backup_selection" "careful" {
  name         = "careful"
  iam_role_arn = "arn:aws:iam::123456789012:role/backup"
  plan_id      = "01234567-89ab-cdef-0123-456789abcdef"
  resources    = [aws_rds_cluster.careful.arn]
}

resource "aws_rds_cluster" "postgres" { # expect: not_applicable aws-rds-audit-log, not_applicable aws-rds-backtrack, secure aws-rds-backup-plan
  cluster_identifier    = "postgres"
  engine                = "aurora-postgresql"
  copy_tags_to_snapshot = true

  tags = {
    backup = "daily"
  }
}

resource "aws_backup_selection" "tagged" {
  name         = "tagged"
  iam_role_arn = "arn:aws:iam::123456789012:role/backup"
  plan_id      = "01234567-89ab-cdef-0123-456789abcdef"

  selection_tag {
    type  = "STRINGEQUALS"
    key   = "backup"
    value = "daily"
  }
}

resource "aws_rds_cluster" "unknown" { # expect: unset aws-rds-backup-plan
  cluster_identifier              = "unknown"
  engine                          = "aurora-mysql"
  copy_tags_to_snapshot           = var.flag   # expect: unknown aws-rds-copy-tags because var.flag
  enabled_cloudwatch_logs_exports = var.logs   # expect: unknown aws-rds-audit-log because var.logs
  backtrack_window                = var.number # expect: unknown aws-rds-backtrack because var.number
}

resource "aws_rds_cluster_instance" "silent" {
  cluster_identifier = aws_rds_cluster.silent.id
  engine             = "aurora-mysql"
  instance_class     = "db.r6g.large"
}

resource "aws_rds_cluster_instance" "by_cluster" { # expect: secure aws-rds-enhanced-monitoring
  cluster_identifier = aws_rds_cluster.careful.id
  engine             = "aurora-mysql"
  instance_class     = "db.r6g.large"
}

resource "aws_rds_cluster_instance" "careful" {
  cluster_identifier              = aws_rds_cluster.silent.id
  engine                          = "aurora-mysql"
  instance_class                  = "db.r6g.large"
  monitoring_interval             = 30 # expect: secure aws-rds-enhanced-monitoring
  performance_insights_enabled    = true
  performance_insights_kms_key_id = aws_kms_key.orders.arn # expect: secure aws-rds-insights-customer-key
}

# Backups in another region.

resource "aws_db_instance_automated_backups_replication" "silent" { # expect: unset aws-rds-backup-customer-key
  source_db_instance_arn = aws_db_instance.careful.arn
}

resource "aws_db_instance_automated_backups_replication" "keyed" {
  source_db_instance_arn = aws_db_instance.careful.arn
  kms_key_id             = "arn:aws:kms:eu-west-1:123456789012:key/orders" # expect: secure aws-rds-backup-customer-key
}

resource "aws_db_instance_automated_backups_replication" "unknown" {
  source_db_instance_arn = aws_db_instance.careful.arn
  kms_key_id             = var.key # expect: unknown aws-rds-backup-customer-key because var.key
}
