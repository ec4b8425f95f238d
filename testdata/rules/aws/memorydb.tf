# MemoryDB.

variable "flag" {
  type = bool
}

variable "text" {
  type = string
}

resource "aws_kms_key" "sessions" {
  description = "sessions"
}

resource "aws_memorydb_cluster" "open" { # expect: secure aws-memorydb-transit, unset aws-memorydb-customer-key
  name      = "open"
  node_type = "db.t4g.small"
  acl_name  = "open-access" # expect: insecure aws-memorydb-login
}

resource "aws_memorydb_cluster" "plain" { # expect: unset aws-memorydb-customer-key
  name        = "plain"
  node_type   = "db.t4g.small"
  acl_name    = "open-access" # expect: insecure aws-memorydb-login
  tls_enabled = false         # expect: insecure aws-memorydb-transit
}

resource "aws_memorydb_acl" "sessions" {
  name       = "sessions"
  user_names = ["web"]
}

resource "aws_memorydb_cluster" "careful" {
  name        = "careful"
  node_type   = "db.t4g.small"
  acl_name    = aws_memorydb_acl.sessions.name # expect: secure aws-memorydb-login
  tls_enabled = true                           # expect: secure aws-memorydb-transit
  kms_key_arn = aws_kms_key.sessions.arn       # expect: secure aws-memorydb-customer-key
}

resource "aws_memorydb_cluster" "unknown" {
  name        = "unknown"
  node_type   = "db.t4g.small"
  acl_name    = var.text # expect: unknown aws-memorydb-login because var.text
  tls_enabled = var.flag # expect: unknown aws-memorydb-transit because var.flag
  kms_key_arn = var.text # expect: unknown aws-memorydb-customer-key because var.text
}

resource "aws_memorydb_snapshot" "silent" { # expect: unset aws-memorydb-snapshot-customer-key
  cluster_name = aws_memorydb_cluster.careful.name
}

resource "aws_memorydb_snapshot" "of_aws" {
  cluster_name = aws_memorydb_cluster.careful.name
  kms_key_arn  = "arn:aws:kms:eu-west-1:123456789012:alias/aws/memorydb" # expect: insecure aws-memorydb-snapshot-customer-key
}

resource "aws_memorydb_snapshot" "own" {
  cluster_name = aws_memorydb_cluster.careful.name
  kms_key_arn  = aws_kms_key.sessions.arn # expect: secure aws-memorydb-snapshot-customer-key
}

resource "aws_memorydb_snapshot" "named" {
  cluster_name = aws_memorydb_cluster.careful.name
  kms_key_arn  = "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab" # expect: secure aws-memorydb-snapshot-customer-key
}

resource "aws_memorydb_snapshot" "unknown" {
  cluster_name = aws_memorydb_cluster.careful.name
  kms_key_arn  = var.text # expect: unknown aws-memorydb-snapshot-customer-key because var.text
}
