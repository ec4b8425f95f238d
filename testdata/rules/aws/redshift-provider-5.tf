# provider: aws 5.99.1
# Warehouses, as version 5 of the provider left them.

resource "aws_redshift_cluster" "silent" { # expect: unset aws-redshift-encrypted, unset aws-redshift-public, unset aws-redshift-logging
  cluster_identifier = "silent"
  node_type          = "ra3.large"
}

resource "aws_redshift_cluster" "logged" {
  cluster_identifier  = "logged"
  node_type           = "ra3.large"
  encrypted           = true
  publicly_accessible = false

  logging {
    enable      = true
    bucket_name = "acme-logs" # expect: secure aws-redshift-logging
  }
}
