# Global clusters of DocumentDB.

resource "aws_docdb_global_cluster" "silent" { # expect: unset aws-docdb-encrypted, unset aws-docdb-deletion-protection
  global_cluster_identifier = "silent"
}

resource "aws_docdb_global_cluster" "careful" {
  global_cluster_identifier = "careful"
  storage_encrypted         = true # expect: secure aws-docdb-encrypted
  deletion_protection       = true # expect: secure aws-docdb-deletion-protection
}

# takes after the cluster that it is made of
resource "aws_docdb_global_cluster" "grown" { # expect: not_applicable aws-docdb-encrypted
  global_cluster_identifier    = "grown"
  source_db_cluster_identifier = "arn:aws:rds:eu-central-1:123456789012:cluster:orders"
  deletion_protection          = true
}
