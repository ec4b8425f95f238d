# Names of databases.

variable "text" {
  type = string
}

resource "aws_redshift_cluster" "silent" { # expect: unset aws-redshift-database-name
  cluster_identifier = "silent"
  node_type          = "ra3.large"
}

resource "aws_redshift_cluster" "named" {
  cluster_identifier = "named"
  node_type          = "ra3.large"
  database_name      = "sales" # expect: secure aws-redshift-database-name
}

resource "aws_redshift_cluster" "unknown" {
  cluster_identifier = "unknown"
  node_type          = "ra3.large"
  database_name      = var.text # expect: unknown aws-redshift-database-name because var.text
}
