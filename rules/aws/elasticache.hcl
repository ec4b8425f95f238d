# ElastiCache replication groups. Serverless caches are always encrypted.

setting "aws-elasticache-transit" {
  title    = "Caches speak TLS"
  problem  = "What is read from and written to this cache crosses the network readable"
  layer    = "transit"
  severity = "medium"

  resource = "aws_elasticache_replication_group"
  # a member of a global group takes after the primary
  filter       = attrs.global_replication_group_id == null
  attribute    = "transit_encryption_enabled"
  default      = attrs.engine == "valkey"
  default_note = "on for Valkey only"
  condition    = value == true

  why        = "Sessions and passwords kept in a cache can be read by whoever listens."
  fix        = { transit_encryption_enabled = true }
  careful    = "clients must speak TLS; before engine 7.0.5 the group is replaced"
  aliases    = ["CKV_AWS_30", "AVD-AWS-0051", "AC_AWS_0467"]
  frameworks = { "nist-800-53-r5" = ["SC-8", "SC-8(1)"] }
  references = ["https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/in-transit-encryption.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/elasticache-controls.html"]
  since      = "0.1.0"
}

setting "aws-elasticache-at-rest" {
  title    = "Caches are encrypted at rest"
  problem  = "Snapshots and swap files of this cache are not encrypted"
  layer    = "encryption"
  severity = "medium"

  resource     = "aws_elasticache_replication_group"
  filter       = attrs.global_replication_group_id == null
  attribute    = "at_rest_encryption_enabled"
  default      = attrs.engine == "valkey" ? "true" : "false"
  default_note = "on for Valkey only"
  condition    = value == "true"

  why        = "A stolen snapshot is readable by whoever holds it."
  fix        = { at_rest_encryption_enabled = "true" }
  careful    = "the group is replaced; the cache starts empty or from a snapshot"
  aliases    = ["CKV_AWS_29", "AVD-AWS-0045", "AC_AWS_0466"]
  references = ["https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/at-rest-encryption.html"]
  since      = "0.1.0"
}

setting "aws-elasticache-login" {
  title    = "Caches ask who connects"
  problem  = "Everyone who reaches this cache may use it"
  layer    = "accounts"
  severity = "medium"

  resource  = "aws_elasticache_replication_group"
  filter    = attrs.global_replication_group_id == null
  attribute = ["auth_token", "user_group_ids"]
  condition = value != null

  why        = "One program that is broken into reads and changes what all others keep there."
  careful    = "clients must send the token or sign in, over TLS"
  aliases    = ["CKV_AWS_31"]
  references = ["https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/auth.html"]
  since      = "0.1.0"
}

setting "aws-elasticache-backup" {
  title    = "Caches are backed up"
  problem  = "What is in this cache cannot be brought back"
  layer    = "resilience"
  severity = "info"

  resource     = "aws_elasticache_replication_group"
  attribute    = "snapshot_retention_limit"
  default      = 0
  default_note = "AWS keeps none"
  condition    = value > 0

  why        = "Where the cache is the only place for its data, a failure loses it."
  fix        = { snapshot_retention_limit = 7 }
  references = ["https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/backups-automatic.html"]
  since      = "0.1.0"
}
