# Database Migration Service.

locals {
  dms_databases = [
    "mysql", "mariadb", "aurora", "aurora-serverless", "postgres", "aurora-postgresql", "aurora-postgresql-serverless",
    "oracle", "sqlserver", "babelfish", "db2", "db2-zos", "sybase", "mongodb", "docdb",
  ]
}

setting "aws-dms-public" {
  title    = "Replication instances have no public address"
  problem  = "This replication instance has an address on the internet"
  layer    = "network"
  severity = "medium"

  resource     = "aws_dms_replication_instance"
  attribute    = "publicly_accessible"
  default      = false
  default_note = "the provider sends false"
  condition    = value != true

  why        = "It holds logins of both databases and copies everything between them."
  fix        = { publicly_accessible = false }
  careful    = "the instance is replaced"
  aliases    = ["CKV_AWS_89"]
  frameworks = { "nist-800-53-r5" = ["AC-4", "SC-7"] }
  references = ["https://docs.aws.amazon.com/dms/latest/userguide/CHAP_ReplicationInstance.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/dms-controls.html"]
  since      = "0.1.0"
}

setting "aws-dms-endpoint-tls" {
  title    = "DMS reaches databases over TLS"
  problem  = "DMS signs in to this database, and copies it, without TLS"
  layer    = "transit"
  severity = "medium"

  resource = "aws_dms_endpoint"
  # stores of AWS's own, and what is reached over HTTPS anyway, take no mode; Kafka and Redis have settings of their own
  filter       = contains(local.dms_databases, attrs.engine_name)
  attribute    = "ssl_mode"
  default      = "none"
  default_note = "DMS uses none"
  condition    = value != "none"

  why        = "The login and every row cross the network readable."
  fix        = { ssl_mode = "require" }
  careful    = "which modes there are depends on the engine; verify-ca and verify-full need certificate_arn"
  aliases    = ["CKV2_AWS_49"]
  references = ["https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Security.SSL.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/dms-controls.html"]
  since      = "0.1.0"
}

setting "aws-dms-minor-upgrades" {
  title    = "Replication instances take minor versions by themselves"
  problem  = "Nobody brings security fixes into this replication instance"
  layer    = "application"
  severity = "low"

  resource     = "aws_dms_replication_instance"
  attribute    = "auto_minor_version_upgrade"
  default      = false
  default_note = "the provider sends false"
  condition    = value == true

  why        = "Known holes of the engine stay open until somebody thinks of it."
  fix        = { auto_minor_version_upgrade = true }
  careful    = "upgrades come in the maintenance window, and pause running tasks"
  aliases    = ["CKV_AWS_222"]
  references = ["https://docs.aws.amazon.com/dms/latest/APIReference/API_CreateReplicationInstance.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/dms-controls.html"]
  since      = "0.1.0"
}

setting "aws-dms-customer-key" {
  title    = "Replication instances and endpoints are encrypted with a key of your own"
  problem  = "A key that AWS manages opens what this keeps"
  layer    = "encryption"
  severity = "info"

  resource  = ["aws_dms_replication_instance", "aws_dms_endpoint", "aws_dms_s3_endpoint"]
  attribute = "kms_key_arn"
  condition = is_own_key(value)

  why        = "Logins of databases and rows on their way lie there; with your own key you decide, and can see, who decrypts them."
  careful    = "on an existing instance or endpoint this replaces it"
  aliases    = ["CKV_AWS_212", "CKV_AWS_296", "CKV_AWS_298"]
  references = ["https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Security.html"]
  since      = "0.1.0"
}

setting "aws-dms-s3-customer-key" {
  title    = "DMS writes objects with a key of your own"
  problem  = "DMS has S3 encrypt what it writes with S3's own key, whatever the bucket's default is"
  layer    = "encryption"
  severity = "info"

  on "aws_dms_s3_endpoint" {
    attribute = "server_side_encryption_kms_key_id"
  }
  on "aws_dms_endpoint" {
    versions  = "< 6.0"
    filter    = attrs.engine_name == "s3"
    attribute = "s3_settings.server_side_encryption_kms_key_id"
  }
  filter    = lower(attrs.endpoint_type) == "target"
  condition = is_own_key(value)

  why        = "A copy of the whole database lies in the bucket; access to the bucket alone opens it."
  careful    = "encryption_mode must be SSE_KMS as well"
  aliases    = ["CKV_AWS_296", "CKV_AWS_298"]
  references = ["https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Target.S3.html"]
  since      = "0.1.0"
}
