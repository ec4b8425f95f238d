# ElastiCache: replication groups, single clusters and Memcached. Serverless caches are always encrypted.

setting "aws-elasticache-transit" {
  title    = "Caches speak TLS"
  problem  = "What is read from and written to this cache crosses the network readable"
  layer    = "transit"
  severity = "medium"

  on "aws_elasticache_replication_group" {
    # a member of a global group takes after the primary
    filter  = attrs.global_replication_group_id == null
    default = attrs.engine == "valkey"
  }
  on "aws_elasticache_cluster" {
    # of single clusters only Memcached can
    versions = ">= 5.0"
    filter   = attrs.engine == "memcached"
    default  = false
  }
  attribute    = "transit_encryption_enabled"
  default_note = "on for Valkey only"
  condition    = value == true

  why        = "Sessions and passwords kept in a cache can be read by whoever listens."
  fix        = { transit_encryption_enabled = true }
  careful    = "clients must speak TLS; before Redis 7.0.5, and with Memcached, the cache is replaced"
  aliases    = ["CKV_AWS_30", "AVD-AWS-0051", "AC_AWS_0467", "CKV_AWS_31"]
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

  on "aws_elasticache_replication_group" {}
  on "aws_elasticache_cluster" {
    # Memcached has no backups, and a group keeps those of its members
    filter = contains(["redis", "valkey"], attrs.engine) && attrs.replication_group_id == null
  }
  attribute    = "snapshot_retention_limit"
  default      = 0
  default_note = "AWS keeps none"
  condition    = value > 0

  why        = "Where the cache is the only place for its data, a failure loses it."
  fix        = { snapshot_retention_limit = 7 }
  aliases    = ["CKV_AWS_134", "AWS-0050", "AVD-AWS-0050"]
  references = ["https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/backups-automatic.html"]
  since      = "0.1.0"
}

setting "aws-elasticache-customer-key" {
  title    = "Caches are encrypted with a key of your own"
  problem  = "A key that AWS holds alone opens what this cache stores"
  layer    = "encryption"
  severity = "info"

  on "aws_elasticache_replication_group" {
    filter = attrs.global_replication_group_id == null && (attrs.at_rest_encryption_enabled == "true" || attrs.engine == "valkey" && attrs.at_rest_encryption_enabled == null)
  }
  on "aws_elasticache_serverless_cache" {}
  attribute = "kms_key_id"
  condition = is_own_key(value)

  why        = "With your own key you decide, and can see, who restores its snapshots."
  careful    = "on an existing cache this replaces it"
  aliases    = ["CKV_AWS_191"]
  references = ["https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/at-rest-encryption.html"]
  since      = "0.1.0"
}

setting "aws-elasticache-failover" {
  title    = "A replica takes over when the primary fails"
  problem  = "When the primary of this cache fails, nothing takes over by itself"
  layer    = "resilience"
  severity = "info"

  resource  = "aws_elasticache_replication_group"
  filter    = attrs.global_replication_group_id == null
  attribute = "automatic_failover_enabled"
  default   = false
  condition = value == true

  why        = "Programs that keep sessions there stand still until somebody helps."
  fix        = { automatic_failover_enabled = true }
  careful    = "at least one replica is needed, and paid for"
  aliases    = ["CKV2_AWS_50"]
  references = ["https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/AutoFailover.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/elasticache-controls.html"]
  since      = "0.1.0"
}

setting "aws-elasticache-zones" {
  title    = "Caches survive the loss of a zone"
  problem  = "All nodes of this cache may lie in one zone"
  layer    = "resilience"
  severity = "info"

  on "aws_elasticache_replication_group" {
    attribute = "multi_az_enabled"
    default   = false
    condition = value == true
    fix       = { multi_az_enabled = true, automatic_failover_enabled = true }
    careful   = "at least one replica is needed, and paid for"
  }
  on "aws_elasticache_cluster" {
    filter    = attrs.engine == "memcached" && attrs.num_cache_nodes > 1
    attribute = "az_mode"
    default   = "single-az"
    condition = value == "cross-az"
    fix       = { az_mode = "cross-az" }
    careful   = "the cache is replaced"
  }
  default_note = "AWS puts them in one zone"

  why        = "A power cut in one data centre takes the whole cache away."
  aliases    = ["AC_AWS_0104"]
  references = ["https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/AutoFailover.html", "https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateCacheCluster.html"]
  since      = "0.1.0"
}

setting "aws-elasticache-minor-upgrades" {
  title    = "Caches take minor versions by themselves"
  problem  = "Nobody brings security fixes into this cache"
  layer    = "application"
  severity = "low"

  on "aws_elasticache_replication_group" {}
  on "aws_elasticache_cluster" {
    filter = attrs.engine != "memcached" && attrs.replication_group_id == null
  }
  attribute    = "auto_minor_version_upgrade"
  default      = "true"
  default_note = "AWS has it on"
  condition    = value == "true"

  why        = "Known holes of the engine stay open until somebody thinks of it."
  fix        = { auto_minor_version_upgrade = "true" }
  careful    = "upgrades come in the maintenance window"
  aliases    = ["CKV_AWS_322"]
  references = ["https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/engine-versions.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/elasticache-controls.html"]
  since      = "0.1.0"
}

setting "aws-elasticache-engine-supported" {
  title    = "Caches run an engine that AWS supports"
  problem  = "Redis ${value} left AWS's standard support on 31 January 2026"
  layer    = "application"
  severity = "low"

  on "aws_elasticache_replication_group" {
    filter = !contains(["valkey"], attrs.engine) && attrs.global_replication_group_id == null
  }
  on "aws_elasticache_cluster" {
    filter = attrs.engine == "redis" && attrs.replication_group_id == null
  }
  attribute    = "engine_version"
  default_note = "AWS takes a current version"
  condition    = value == null || !regex_match(value, "^[2-5]([.]|$)")

  why        = "Only critical holes are still closed, at an extra price, and none after January 2029; old versions know no users and roles."
  careful    = "an upgrade to a new major version cannot be taken back"
  aliases    = ["AC_AWS_0102"]
  references = ["https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/extended-support.html"]
  since      = "0.1.0"
}

setting "aws-elasticache-subnet-group" {
  title    = "Caches lie in subnets that you chose"
  problem  = "This cache lies in the account's default network"
  layer    = "network"
  severity = "low"

  on "aws_elasticache_replication_group" {}
  on "aws_elasticache_cluster" {
    filter = attrs.replication_group_id == null
  }
  attribute    = "subnet_group_name"
  default      = "default"
  default_note = "the subnets of the default network, all of which lead to the internet"
  condition    = value != "default"

  why        = "The default network is shared by everything that names none, and made to be reachable."
  remedy     = "name a subnet group of your own network in subnet_group_name"
  careful    = "the cache is replaced"
  aliases    = ["CKV_AWS_323"]
  references = ["https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/SubnetGroups.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/elasticache-controls.html"]
  since      = "0.1.0"
}

setting "aws-elasticache-redis" {
  title    = "Caches run an engine that can encrypt and ask for a login"
  problem  = "${value} stores what it is given as it is, and asks nobody for a password"
  layer    = "encryption"
  severity = "info"

  resource  = "aws_elasticache_cluster"
  filter    = attrs.replication_group_id == null
  attribute = "engine"
  condition = value == null || contains(["redis", "valkey"], value)

  why        = "Memcached has no encryption of what it stores, no users, and no copies to fail over to."
  careful    = "another engine is another program: clients must speak its protocol"
  aliases    = ["AC_AWS_0103"]
  references = ["https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/SelectEngine.html"]
  since      = "0.1.0"
}
