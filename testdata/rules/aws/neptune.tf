# Neptune clusters.

variable "flag" {
  type = bool
}

variable "logs" {
  type = list(string)
}

resource "aws_neptune_cluster" "silent" { # expect: unset aws-neptune-encrypted, unset aws-neptune-logs
  cluster_identifier = "silent"
}

resource "aws_neptune_cluster" "careless" {
  cluster_identifier             = "careless"
  storage_encrypted              = false         # expect: insecure aws-neptune-encrypted
  enable_cloudwatch_logs_exports = ["slowquery"] # expect: insecure aws-neptune-logs
}

resource "aws_neptune_cluster" "careful" {
  cluster_identifier             = "careful"
  storage_encrypted              = true      # expect: secure aws-neptune-encrypted
  enable_cloudwatch_logs_exports = ["audit"] # expect: secure aws-neptune-logs
}

resource "aws_neptune_cluster" "replica" { # expect: not_applicable aws-neptune-encrypted
  cluster_identifier             = "replica"
  replication_source_identifier  = aws_neptune_cluster.careful.arn
  enable_cloudwatch_logs_exports = ["audit", "slowquery"] # expect: secure aws-neptune-logs
}

resource "aws_neptune_cluster" "unknown" {
  cluster_identifier             = "unknown"
  storage_encrypted              = var.flag # expect: unknown aws-neptune-encrypted because var.flag
  enable_cloudwatch_logs_exports = var.logs # expect: unknown aws-neptune-logs because var.logs
}
