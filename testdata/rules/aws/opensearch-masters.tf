# How many master nodes.

variable "masters" {
  type = number
}

resource "aws_opensearch_domain" "none" { # expect: not_applicable aws-opensearch-master-count
  domain_name = "none"

  cluster_config {
    instance_count = 3
  }
}

resource "aws_opensearch_domain" "silent" {
  domain_name = "silent"

  cluster_config { # expect: unset aws-opensearch-master-count
    instance_count           = 3
    dedicated_master_enabled = true
  }
}

resource "aws_opensearch_domain" "two" {
  domain_name = "two"

  cluster_config {
    instance_count           = 3
    dedicated_master_enabled = true
    dedicated_master_count   = 2 # expect: insecure aws-opensearch-master-count
  }
}

resource "aws_elasticsearch_domain" "three" {
  domain_name = "three"

  cluster_config {
    instance_count           = 3
    dedicated_master_enabled = true
    dedicated_master_count   = 3 # expect: secure aws-opensearch-master-count
  }
}

resource "aws_opensearch_domain" "five" {
  domain_name = "five"

  cluster_config {
    instance_count           = 3
    dedicated_master_enabled = true
    dedicated_master_count   = 5 # expect: secure aws-opensearch-master-count
  }
}

resource "aws_opensearch_domain" "unknown" {
  domain_name = "unknown"

  cluster_config {
    instance_count           = 3
    dedicated_master_enabled = true
    dedicated_master_count   = var.masters # expect: unknown aws-opensearch-master-count because var.masters
  }
}
