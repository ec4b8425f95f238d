# Single clusters, Memcached, and what surrounds groups.

variable "flag" {
  type = bool
}

variable "text" {
  type = string
}

variable "number" {
  type = number
}

resource "aws_kms_key" "sessions" {
  description = "sessions"
}

# Memcached.

resource "aws_elasticache_cluster" "memcached" { # expect: unset aws-elasticache-transit, unset aws-elasticache-zones, not_applicable aws-elasticache-backup, not_applicable aws-elasticache-minor-upgrades, not_applicable aws-elasticache-engine-supported, unset aws-elasticache-subnet-group
  cluster_id      = "memcached"
  engine          = "memcached"
  node_type       = "cache.t4g.small"
  num_cache_nodes = 2
}

resource "aws_elasticache_cluster" "memcached_careless" {
  cluster_id                 = "memcached-careless"
  engine                     = "memcached"
  node_type                  = "cache.t4g.small"
  num_cache_nodes            = 2
  az_mode                    = "single-az" # expect: insecure aws-elasticache-zones
  subnet_group_name          = "default"   # expect: insecure aws-elasticache-subnet-group
  transit_encryption_enabled = false       # expect: insecure aws-elasticache-transit
}

resource "aws_elasticache_cluster" "memcached_careful" {
  cluster_id                 = "memcached-careful"
  engine                     = "memcached"
  engine_version             = "1.6.22"
  node_type                  = "cache.t4g.small"
  num_cache_nodes            = 3
  az_mode                    = "cross-az" # expect: secure aws-elasticache-zones
  subnet_group_name          = "shop"     # expect: secure aws-elasticache-subnet-group
  transit_encryption_enabled = true       # expect: secure aws-elasticache-transit
}

# Redis.

resource "aws_elasticache_cluster" "silent" { # expect: not_applicable aws-elasticache-transit, not_applicable aws-elasticache-zones, unset aws-elasticache-backup, secure aws-elasticache-minor-upgrades, secure aws-elasticache-engine-supported, unset aws-elasticache-subnet-group
  cluster_id      = "silent"
  engine          = "redis"
  node_type       = "cache.t4g.small"
  num_cache_nodes = 1
}

resource "aws_elasticache_cluster" "careless" {
  cluster_id                 = "careless"
  engine                     = "redis"
  engine_version             = "5.0.6" # expect: insecure aws-elasticache-engine-supported
  node_type                  = "cache.t4g.small"
  num_cache_nodes            = 1
  snapshot_retention_limit   = 0         # expect: insecure aws-elasticache-backup
  auto_minor_version_upgrade = false     # expect: insecure aws-elasticache-minor-upgrades
  subnet_group_name          = "default" # expect: insecure aws-elasticache-subnet-group
}

resource "aws_elasticache_cluster" "careful" {
  cluster_id                 = "careful"
  engine                     = "redis"
  engine_version             = "7.1" # expect: secure aws-elasticache-engine-supported
  node_type                  = "cache.t4g.small"
  num_cache_nodes            = 1
  snapshot_retention_limit   = 7                                       # expect: secure aws-elasticache-backup
  auto_minor_version_upgrade = "true"                                  # expect: secure aws-elasticache-minor-upgrades
  subnet_group_name          = aws_elasticache_subnet_group.inner.name # expect: secure aws-elasticache-subnet-group
}

resource "aws_elasticache_subnet_group" "inner" {
  name       = "inner"
  subnet_ids = ["subnet-0123456789abcdef0"]
}

resource "aws_elasticache_cluster" "unknown" {
  cluster_id                 = "unknown"
  engine                     = "redis"
  engine_version             = var.text # expect: unknown aws-elasticache-engine-supported because var.text
  node_type                  = "cache.t4g.small"
  num_cache_nodes            = 1
  snapshot_retention_limit   = var.number # expect: unknown aws-elasticache-backup because var.number
  auto_minor_version_upgrade = var.flag   # expect: unknown aws-elasticache-minor-upgrades because var.flag
  subnet_group_name          = var.text   # expect: unknown aws-elasticache-subnet-group because var.text
}

# a member takes after its group
resource "aws_elasticache_cluster" "member" { # expect: not_applicable aws-elasticache-backup, not_applicable aws-elasticache-minor-upgrades, not_applicable aws-elasticache-engine-supported, not_applicable aws-elasticache-subnet-group
  cluster_id           = "member"
  replication_group_id = aws_elasticache_replication_group.careful.id
}

# Groups.

resource "aws_elasticache_replication_group" "silent" { # expect: not_applicable aws-elasticache-customer-key, unset aws-elasticache-failover, unset aws-elasticache-zones, unset aws-elasticache-transit, unset aws-elasticache-backup, unset aws-elasticache-subnet-group, secure aws-elasticache-minor-upgrades, secure aws-elasticache-engine-supported
  replication_group_id = "silent"
  description          = "sessions"
}

resource "aws_elasticache_replication_group" "careless" { # expect: unset aws-elasticache-customer-key
  replication_group_id       = "careless"
  description                = "sessions"
  engine_version             = "4.0.10" # expect: insecure aws-elasticache-engine-supported
  at_rest_encryption_enabled = true
  transit_encryption_enabled = true
  snapshot_retention_limit   = 1
  automatic_failover_enabled = false     # expect: insecure aws-elasticache-failover
  multi_az_enabled           = false     # expect: insecure aws-elasticache-zones
  auto_minor_version_upgrade = false     # expect: insecure aws-elasticache-minor-upgrades
  subnet_group_name          = "default" # expect: insecure aws-elasticache-subnet-group
}

resource "aws_elasticache_replication_group" "careful" {
  replication_group_id       = "careful"
  description                = "sessions"
  engine_version             = "6.x" # expect: secure aws-elasticache-engine-supported
  num_cache_clusters         = 2
  at_rest_encryption_enabled = true
  kms_key_id                 = aws_kms_key.sessions.arn # expect: secure aws-elasticache-customer-key
  transit_encryption_enabled = true
  snapshot_retention_limit   = 1
  automatic_failover_enabled = true   # expect: secure aws-elasticache-failover
  multi_az_enabled           = true   # expect: secure aws-elasticache-zones
  auto_minor_version_upgrade = true   # expect: secure aws-elasticache-minor-upgrades
  subnet_group_name          = "shop" # expect: secure aws-elasticache-subnet-group
}

resource "aws_elasticache_replication_group" "valkey" { # expect: unset aws-elasticache-customer-key, not_applicable aws-elasticache-engine-supported
  replication_group_id       = "valkey"
  description                = "sessions"
  engine                     = "valkey"
  engine_version             = "8.0"
  num_cache_clusters         = 2
  snapshot_retention_limit   = 1
  automatic_failover_enabled = true
  multi_az_enabled           = true
  subnet_group_name          = "shop"
}

resource "aws_elasticache_replication_group" "unknown" {
  replication_group_id       = "unknown"
  description                = "sessions"
  engine_version             = "7.0"
  at_rest_encryption_enabled = true
  kms_key_id                 = var.text # expect: unknown aws-elasticache-customer-key because var.text
  transit_encryption_enabled = true
  snapshot_retention_limit   = 1
  automatic_failover_enabled = var.flag # expect: unknown aws-elasticache-failover because var.flag
  multi_az_enabled           = var.flag # expect: unknown aws-elasticache-zones because var.flag
  subnet_group_name          = "shop"
}

# Serverless.

resource "aws_elasticache_serverless_cache" "silent" { # expect: unset aws-elasticache-customer-key
  name   = "silent"
  engine = "valkey"
}

resource "aws_elasticache_serverless_cache" "keyed" {
  name       = "keyed"
  engine     = "valkey"
  kms_key_id = "arn:aws:kms:eu-central-1:123456789012:key/sessions" # expect: secure aws-elasticache-customer-key
}
