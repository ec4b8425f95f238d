# provider: aws 6.25.0
# Whether what is safe by default is written down.

resource "aws_redshift_cluster" "silent" { # expect: unset aws-redshift-encrypted-explicit, unset aws-redshift-public-explicit
  cluster_identifier = "silent"
  node_type          = "ra3.large"
}

resource "aws_redshift_cluster" "careful" {
  cluster_identifier  = "careful"
  node_type           = "ra3.large"
  encrypted           = true  # expect: secure aws-redshift-encrypted-explicit
  publicly_accessible = false # expect: secure aws-redshift-public-explicit
}

# what is written and wrong has a finding of its own
resource "aws_redshift_cluster" "careless" {
  cluster_identifier  = "careless"
  node_type           = "ra3.large"
  encrypted           = false # expect: secure aws-redshift-encrypted-explicit
  publicly_accessible = true  # expect: secure aws-redshift-public-explicit
}

variable "flag" {
  type = bool
}

resource "aws_redshift_cluster" "unknown" {
  cluster_identifier  = "unknown"
  node_type           = "ra3.large"
  encrypted           = var.flag # expect: unknown aws-redshift-encrypted-explicit because var.flag
  publicly_accessible = var.flag # expect: unknown aws-redshift-public-explicit because var.flag
}
