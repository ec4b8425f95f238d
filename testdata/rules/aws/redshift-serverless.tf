# provider: aws 6.25.0
# Redshift Serverless, and keys and networks of clusters.

variable "flag" {
  type = bool
}

variable "text" {
  type = string
}

variable "logs" {
  type = list(string)
}

resource "aws_kms_key" "warehouse" {
  description = "warehouse"
}

resource "aws_redshiftserverless_namespace" "silent" { # expect: unset aws-redshift-customer-key, unset aws-redshift-logging
  namespace_name = "silent"
}

resource "aws_redshiftserverless_namespace" "careless" { # expect: unset aws-redshift-customer-key
  namespace_name = "careless"
  log_exports    = [] # expect: insecure aws-redshift-logging
}

resource "aws_redshiftserverless_namespace" "careful" {
  namespace_name = "careful"
  kms_key_id     = aws_kms_key.warehouse.arn      # expect: secure aws-redshift-customer-key
  log_exports    = ["userlog", "useractivitylog"] # expect: secure aws-redshift-logging
}

resource "aws_redshiftserverless_namespace" "unknown" {
  namespace_name = "unknown"
  kms_key_id     = var.text # expect: unknown aws-redshift-customer-key because var.text
  log_exports    = var.logs # expect: unknown aws-redshift-logging because var.logs
}

resource "aws_redshiftserverless_workgroup" "silent" { # expect: secure aws-redshift-public, unset aws-redshift-vpc-routing
  namespace_name = "silent"
  workgroup_name = "silent"
}

resource "aws_redshiftserverless_workgroup" "careless" {
  namespace_name       = "careless"
  workgroup_name       = "careless"
  publicly_accessible  = true  # expect: insecure aws-redshift-public
  enhanced_vpc_routing = false # expect: insecure aws-redshift-vpc-routing
}

resource "aws_redshiftserverless_workgroup" "careful" {
  namespace_name       = "careful"
  workgroup_name       = "careful"
  publicly_accessible  = false # expect: secure aws-redshift-public
  enhanced_vpc_routing = true  # expect: secure aws-redshift-vpc-routing
}

resource "aws_redshiftserverless_workgroup" "unknown" {
  namespace_name       = "unknown"
  workgroup_name       = "unknown"
  publicly_accessible  = var.flag # expect: unknown aws-redshift-public because var.flag
  enhanced_vpc_routing = var.flag # expect: unknown aws-redshift-vpc-routing because var.flag
}

# Clusters.

resource "aws_redshift_cluster" "silent" { # expect: unset aws-redshift-customer-key, unset aws-redshift-subnet-group, unset aws-redshift-vpc-routing, unset aws-redshift-logging, secure aws-redshift-public
  cluster_identifier = "silent"
  node_type          = "ra3.large"
}

resource "aws_redshift_cluster" "careless" { # expect: unset aws-redshift-customer-key, unset aws-redshift-logging
  cluster_identifier        = "careless"
  node_type                 = "ra3.large"
  encrypted                 = true
  cluster_subnet_group_name = "default" # expect: insecure aws-redshift-subnet-group
  enhanced_vpc_routing      = false     # expect: insecure aws-redshift-vpc-routing
}

# that is another setting's
resource "aws_redshift_cluster" "plain" { # expect: not_applicable aws-redshift-customer-key, unset aws-redshift-logging
  cluster_identifier        = "plain"
  node_type                 = "ra3.large"
  encrypted                 = false
  cluster_subnet_group_name = "shop" # expect: secure aws-redshift-subnet-group
  enhanced_vpc_routing      = true   # expect: secure aws-redshift-vpc-routing
}

resource "aws_redshift_subnet_group" "inner" {
  name       = "inner"
  subnet_ids = ["subnet-0123456789abcdef0"]
}

resource "aws_redshift_cluster" "careful" { # expect: unset aws-redshift-logging
  cluster_identifier        = "careful"
  node_type                 = "ra3.large"
  encrypted                 = true
  kms_key_id                = "arn:aws:kms:eu-central-1:123456789012:key/warehouse" # expect: secure aws-redshift-customer-key
  cluster_subnet_group_name = aws_redshift_subnet_group.inner.name                  # expect: secure aws-redshift-subnet-group
  enhanced_vpc_routing      = true                                                  # expect: secure aws-redshift-vpc-routing
}

resource "aws_redshift_cluster" "unknown" { # expect: unset aws-redshift-logging
  cluster_identifier        = "unknown"
  node_type                 = "ra3.large"
  kms_key_id                = var.text # expect: unknown aws-redshift-customer-key because var.text
  cluster_subnet_group_name = var.text # expect: unknown aws-redshift-subnet-group because var.text
  enhanced_vpc_routing      = var.flag # expect: unknown aws-redshift-vpc-routing because var.flag
}

resource "aws_redshift_snapshot_copy_grant" "silent" { # expect: unset aws-redshift-copy-customer-key
  snapshot_copy_grant_name = "silent"
}

resource "aws_redshift_snapshot_copy_grant" "keyed" {
  snapshot_copy_grant_name = "keyed"
  kms_key_id               = aws_kms_key.warehouse.arn # expect: secure aws-redshift-copy-customer-key
}

resource "aws_redshift_snapshot_copy_grant" "unknown" {
  snapshot_copy_grant_name = "unknown"
  kms_key_id               = var.text # expect: unknown aws-redshift-copy-customer-key because var.text
}
