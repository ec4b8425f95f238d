# DocumentDB clusters.

variable "flag" {
  type = bool
}

variable "logs" {
  type = list(string)
}

resource "aws_docdb_cluster" "silent" { # expect: unset aws-docdb-encrypted, unset aws-docdb-logs
  cluster_identifier = "silent"
}

resource "aws_docdb_cluster" "careless" {
  cluster_identifier              = "careless"
  storage_encrypted               = false        # expect: insecure aws-docdb-encrypted
  enabled_cloudwatch_logs_exports = ["profiler"] # expect: insecure aws-docdb-logs
}

resource "aws_docdb_cluster" "careful" {
  cluster_identifier              = "careful"
  storage_encrypted               = true                  # expect: secure aws-docdb-encrypted
  enabled_cloudwatch_logs_exports = ["audit", "profiler"] # expect: secure aws-docdb-logs
}

resource "aws_docdb_cluster" "restored" { # expect: not_applicable aws-docdb-encrypted
  cluster_identifier              = "restored"
  snapshot_identifier             = "careful-2026-10-01"
  enabled_cloudwatch_logs_exports = ["audit"] # expect: secure aws-docdb-logs
}

resource "aws_docdb_cluster" "unknown" {
  cluster_identifier              = "unknown"
  storage_encrypted               = var.flag # expect: unknown aws-docdb-encrypted because var.flag
  enabled_cloudwatch_logs_exports = var.logs # expect: unknown aws-docdb-logs because var.logs
}
