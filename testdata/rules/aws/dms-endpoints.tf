# How DMS reaches databases, and with which keys it works.

variable "mode" {
  type = string
}

variable "flag" {
  type = bool
}

variable "key" {
  type = string
}

resource "aws_kms_key" "migration" {
  description = "migration"
}

resource "aws_dms_endpoint" "silent" { # expect: unset aws-dms-endpoint-tls, unset aws-dms-customer-key
  endpoint_id   = "silent"
  endpoint_type = "source"
  engine_name   = "postgres"
  server_name   = "orders.example.com"
}

resource "aws_dms_endpoint" "plain" { # expect: unset aws-dms-customer-key
  endpoint_id   = "plain"
  endpoint_type = "source"
  engine_name   = "mysql"
  ssl_mode      = "none" # expect: insecure aws-dms-endpoint-tls
}

resource "aws_dms_endpoint" "checked" {
  endpoint_id     = "checked"
  endpoint_type   = "target"
  engine_name     = "aurora-postgresql"
  ssl_mode        = "verify-full" # expect: secure aws-dms-endpoint-tls
  certificate_arn = "arn:aws:dms:eu-central-1:123456789012:cert:AAAAAAAA"
  kms_key_arn     = aws_kms_key.migration.arn # expect: secure aws-dms-customer-key
}

resource "aws_dms_endpoint" "encrypted_only" {
  endpoint_id   = "encrypted-only"
  endpoint_type = "source"
  engine_name   = "sqlserver"
  ssl_mode      = "require" # expect: secure aws-dms-endpoint-tls
  kms_key_arn   = var.key   # expect: unknown aws-dms-customer-key because var.key
}

# a store of AWS's own is reached over HTTPS
resource "aws_dms_endpoint" "stream" { # expect: not_applicable aws-dms-endpoint-tls
  endpoint_id   = "stream"
  endpoint_type = "target"
  engine_name   = "kinesis"
  kms_key_arn   = aws_kms_key.migration.arn
}

resource "aws_dms_endpoint" "unknown" {
  endpoint_id   = "unknown"
  endpoint_type = "source"
  engine_name   = "oracle"
  ssl_mode      = var.mode # expect: unknown aws-dms-endpoint-tls because var.mode
  kms_key_arn   = aws_kms_key.migration.arn
}

# Objects.

resource "aws_dms_s3_endpoint" "silent" { # expect: unset aws-dms-s3-customer-key, unset aws-dms-customer-key
  endpoint_id             = "silent-objects"
  endpoint_type           = "target"
  bucket_name             = "orders-history"
  service_access_role_arn = "arn:aws:iam::123456789012:role/dms"
}

resource "aws_dms_s3_endpoint" "keyed" {
  endpoint_id                       = "keyed-objects"
  endpoint_type                     = "target"
  bucket_name                       = "orders-history"
  service_access_role_arn           = "arn:aws:iam::123456789012:role/dms"
  encryption_mode                   = "SSE_KMS"
  kms_key_arn                       = aws_kms_key.migration.arn
  server_side_encryption_kms_key_id = aws_kms_key.migration.arn # expect: secure aws-dms-s3-customer-key
}

resource "aws_dms_s3_endpoint" "unknown" {
  endpoint_id                       = "unknown-objects"
  endpoint_type                     = "target"
  bucket_name                       = "orders-history"
  service_access_role_arn           = "arn:aws:iam::123456789012:role/dms"
  encryption_mode                   = "SSE_KMS"
  kms_key_arn                       = aws_kms_key.migration.arn
  server_side_encryption_kms_key_id = var.key # expect: unknown aws-dms-s3-customer-key because var.key
}

# what is read has its own encryption
resource "aws_dms_s3_endpoint" "source" { # expect: not_applicable aws-dms-s3-customer-key
  endpoint_id               = "source-objects"
  endpoint_type             = "source"
  bucket_name               = "orders-history"
  service_access_role_arn   = "arn:aws:iam::123456789012:role/dms"
  external_table_definition = "{}"
  kms_key_arn               = aws_kms_key.migration.arn
}

# Instances.

resource "aws_dms_replication_instance" "silent" { # expect: unset aws-dms-minor-upgrades, unset aws-dms-customer-key
  replication_instance_id    = "silent"
  replication_instance_class = "dms.t3.medium"
}

resource "aws_dms_replication_instance" "careless" { # expect: unset aws-dms-customer-key
  replication_instance_id    = "careless"
  replication_instance_class = "dms.t3.medium"
  auto_minor_version_upgrade = false # expect: insecure aws-dms-minor-upgrades
}

resource "aws_dms_replication_instance" "careful" {
  replication_instance_id    = "careful"
  replication_instance_class = "dms.t3.medium"
  auto_minor_version_upgrade = true                                                  # expect: secure aws-dms-minor-upgrades
  kms_key_arn                = "arn:aws:kms:eu-central-1:123456789012:key/migration" # expect: secure aws-dms-customer-key
}

resource "aws_dms_replication_instance" "unknown" {
  replication_instance_id    = "unknown"
  replication_instance_class = "dms.t3.medium"
  auto_minor_version_upgrade = var.flag                  # expect: unknown aws-dms-minor-upgrades because var.flag
  kms_key_arn                = aws_kms_key.migration.arn # expect: secure aws-dms-customer-key
}
