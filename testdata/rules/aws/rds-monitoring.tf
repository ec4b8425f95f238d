# Performance Insights and activity streams.

variable "flag" {
  type = bool
}

variable "text" {
  type = string
}

resource "aws_kms_key" "own" {
  description = "own"
}

resource "aws_db_instance" "silent" { # expect: unset aws-rds-monitoring-insights
  engine         = "postgres"
  instance_class = "db.t4g.micro"
}

resource "aws_db_instance" "off" {
  engine                       = "mysql"
  instance_class               = "db.m7g.large"
  performance_insights_enabled = false # expect: insecure aws-rds-monitoring-insights
}

resource "aws_db_instance" "small" { # expect: not_applicable aws-rds-monitoring-insights
  engine         = "mariadb"
  instance_class = "db.t4g.small"
}

resource "aws_db_instance" "db2" { # expect: not_applicable aws-rds-monitoring-insights
  engine         = "db2-se"
  instance_class = "db.m7i.large"
}

resource "aws_db_instance" "on" {
  engine                       = "mysql"
  instance_class               = "db.m7g.large"
  performance_insights_enabled = true # expect: secure aws-rds-monitoring-insights
}

resource "aws_rds_cluster_instance" "on" {
  cluster_identifier           = "shop"
  engine                       = "aurora-mysql"
  instance_class               = "db.r7g.large"
  performance_insights_enabled = true # expect: secure aws-rds-monitoring-insights
}

resource "aws_rds_cluster_instance" "unknown" {
  cluster_identifier           = "shop"
  engine                       = "aurora-mysql"
  instance_class               = "db.r7g.large"
  performance_insights_enabled = var.flag # expect: unknown aws-rds-monitoring-insights because var.flag
}

resource "aws_rds_cluster_activity_stream" "of_aws" {
  resource_arn = "arn:aws:rds:eu-west-1:123456789012:cluster:shop"
  mode         = "async"
  kms_key_id   = "alias/aws/rds" # expect: insecure aws-rds-monitoring-stream-customer-key
}

resource "aws_rds_cluster_activity_stream" "own" {
  resource_arn = "arn:aws:rds:eu-west-1:123456789012:cluster:orders"
  mode         = "async"
  kms_key_id   = aws_kms_key.own.key_id # expect: secure aws-rds-monitoring-stream-customer-key
}

resource "aws_rds_cluster_activity_stream" "named" {
  resource_arn = "arn:aws:rds:eu-west-1:123456789012:cluster:stock"
  mode         = "async"
  kms_key_id   = "alias/audit" # expect: secure aws-rds-monitoring-stream-customer-key
}

resource "aws_rds_cluster_activity_stream" "unknown" {
  resource_arn = "arn:aws:rds:eu-west-1:123456789012:cluster:some"
  mode         = "async"
  kms_key_id   = var.text # expect: unknown aws-rds-monitoring-stream-customer-key because var.text
}
