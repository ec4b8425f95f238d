# DynamoDB Accelerator.

variable "flag" {
  type = bool
}

variable "text" {
  type = string
}

resource "aws_dax_cluster" "silent" { # expect: unset aws-dax-encrypted, unset aws-dax-transit
  cluster_name       = "silent"
  iam_role_arn       = "arn:aws:iam::123456789012:role/dax"
  node_type          = "dax.r5.large"
  replication_factor = 3
}

resource "aws_dax_cluster" "careless" {
  cluster_name                     = "careless"
  iam_role_arn                     = "arn:aws:iam::123456789012:role/dax"
  node_type                        = "dax.r5.large"
  replication_factor               = 3
  cluster_endpoint_encryption_type = "NONE" # expect: insecure aws-dax-transit

  server_side_encryption {
    enabled = false # expect: insecure aws-dax-encrypted
  }
}

resource "aws_dax_cluster" "careful" {
  cluster_name                     = "careful"
  iam_role_arn                     = "arn:aws:iam::123456789012:role/dax"
  node_type                        = "dax.r5.large"
  replication_factor               = 3
  cluster_endpoint_encryption_type = "TLS" # expect: secure aws-dax-transit

  server_side_encryption {
    enabled = true # expect: secure aws-dax-encrypted
  }
}

resource "aws_dax_cluster" "empty_block" {
  cluster_name                     = "empty-block"
  iam_role_arn                     = "arn:aws:iam::123456789012:role/dax"
  node_type                        = "dax.r5.large"
  replication_factor               = 3
  cluster_endpoint_encryption_type = "TLS"

  server_side_encryption {} # expect: unset aws-dax-encrypted
}

resource "aws_dax_cluster" "unknown" {
  cluster_name                     = "unknown"
  iam_role_arn                     = "arn:aws:iam::123456789012:role/dax"
  node_type                        = "dax.r5.large"
  replication_factor               = 3
  cluster_endpoint_encryption_type = var.text # expect: unknown aws-dax-transit because var.text

  server_side_encryption {
    enabled = var.flag # expect: unknown aws-dax-encrypted because var.flag
  }
}
