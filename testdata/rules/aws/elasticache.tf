# Replication groups.

variable "flag" {
  type = bool
}

variable "number" {
  type = number
}

variable "token" {
  type      = string
  sensitive = true
}

resource "aws_elasticache_replication_group" "silent" { # expect: unset aws-elasticache-transit, unset aws-elasticache-at-rest, unset aws-elasticache-login, unset aws-elasticache-backup
  replication_group_id = "silent"
  description          = "sessions"
}

resource "aws_elasticache_replication_group" "careless" { # expect: unset aws-elasticache-login
  replication_group_id       = "careless"
  description                = "sessions"
  transit_encryption_enabled = false # expect: insecure aws-elasticache-transit
  at_rest_encryption_enabled = false # expect: insecure aws-elasticache-at-rest
  snapshot_retention_limit   = 0     # expect: insecure aws-elasticache-backup
}

resource "aws_elasticache_replication_group" "valkey" { # expect: secure aws-elasticache-transit, secure aws-elasticache-at-rest
  replication_group_id     = "valkey"
  description              = "sessions"
  engine                   = "valkey"
  user_group_ids           = ["sessions"] # expect: secure aws-elasticache-login
  snapshot_retention_limit = 7            # expect: secure aws-elasticache-backup
}

resource "aws_elasticache_replication_group" "careful" {
  replication_group_id       = "careful"
  description                = "sessions"
  transit_encryption_enabled = true      # expect: secure aws-elasticache-transit
  at_rest_encryption_enabled = "true"    # expect: secure aws-elasticache-at-rest
  auth_token                 = var.token # expect: unknown aws-elasticache-login because var.token
  snapshot_retention_limit   = 1         # expect: secure aws-elasticache-backup
}

resource "aws_elasticache_replication_group" "unknown" {
  replication_group_id       = "unknown"
  description                = "sessions"
  transit_encryption_enabled = var.flag                           # expect: unknown aws-elasticache-transit because var.flag
  at_rest_encryption_enabled = var.flag                           # expect: unknown aws-elasticache-at-rest because var.flag
  auth_token                 = "0a1b2c3d4e5f60718293a4b5c6d7e8f9" # expect: secure aws-elasticache-login
  snapshot_retention_limit   = var.number                         # expect: unknown aws-elasticache-backup because var.number
}

# a member of a global group takes after the primary
resource "aws_elasticache_replication_group" "secondary" { # expect: not_applicable aws-elasticache-transit, not_applicable aws-elasticache-at-rest, not_applicable aws-elasticache-login
  replication_group_id        = "secondary"
  description                 = "sessions"
  global_replication_group_id = "abcde-sessions"
  snapshot_retention_limit    = 1
}
