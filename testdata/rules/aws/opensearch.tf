# Search domains under both names.

variable "flag" {
  type = bool
}

variable "text" {
  type = string
}

resource "aws_opensearch_domain" "silent" { # expect: unset aws-opensearch-at-rest, not_applicable aws-opensearch-node-tls, unset aws-opensearch-https, unset aws-opensearch-min-tls, unset aws-opensearch-vpc, secure aws-opensearch-policy-public, not_applicable aws-opensearch-audit-logs
  domain_name = "silent"
}

resource "aws_opensearch_domain" "careless" { # expect: unset aws-opensearch-vpc
  domain_name = "careless"

  cluster_config {
    instance_count = 3
  }

  encrypt_at_rest {
    enabled = false # expect: insecure aws-opensearch-at-rest
  }

  node_to_node_encryption {
    enabled = false # expect: insecure aws-opensearch-node-tls
  }

  domain_endpoint_options {
    enforce_https       = false                        # expect: insecure aws-opensearch-https
    tls_security_policy = "Policy-Min-TLS-1-0-2019-07" # expect: insecure aws-opensearch-min-tls
  }

  access_policies = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "*" } # expect: insecure aws-opensearch-policy-public
      Action    = "es:*"
      Resource  = "*"
    }]
  })
}

resource "aws_opensearch_domain" "careful" {
  domain_name = "careful"

  cluster_config {
    instance_count = 3
  }

  encrypt_at_rest {
    enabled = true # expect: secure aws-opensearch-at-rest
  }

  node_to_node_encryption {
    enabled = true # expect: secure aws-opensearch-node-tls
  }

  domain_endpoint_options {
    enforce_https       = true                             # expect: secure aws-opensearch-https
    tls_security_policy = "Policy-Min-TLS-1-2-PFS-2023-10" # expect: secure aws-opensearch-min-tls
  }

  vpc_options { # expect: secure aws-opensearch-vpc
    subnet_ids = ["subnet-0123456789abcdef0"]
  }

  advanced_security_options {
    enabled = true
  }

  log_publishing_options {
    log_type                 = "AUDIT_LOGS" # expect: secure aws-opensearch-audit-logs
    cloudwatch_log_group_arn = "arn:aws:logs:eu-central-1:123456789012:log-group:search"
  }
}

# inside a network everyone means everyone inside
resource "aws_opensearch_domain_policy" "careful" { # expect: not_applicable aws-opensearch-policy-public
  domain_name = aws_opensearch_domain.careful.domain_name
  access_policies = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "es:ESHttp*"
      Resource  = "*"
    }]
  })
}

resource "aws_elasticsearch_domain" "one_node" { # expect: unset aws-opensearch-at-rest, not_applicable aws-opensearch-node-tls, unset aws-opensearch-vpc
  domain_name = "one-node"

  domain_endpoint_options {                            # expect: secure aws-opensearch-https
    tls_security_policy = "Policy-Min-TLS-1-2-2019-07" # expect: secure aws-opensearch-min-tls
  }

  access_policies = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "*" } # expect: secure aws-opensearch-policy-public
      Action    = "es:ESHttp*"
      Resource  = "*"
      Condition = { IpAddress = { "aws:SourceIp" = ["203.0.113.0/24"] } }
    }]
  })
}

resource "aws_elasticsearch_domain_policy" "other" {
  domain_name = aws_elasticsearch_domain.one_node.domain_name
  access_policies = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Principal = "*" # expect: insecure aws-opensearch-policy-public
      Action    = "es:ESHttpGet"
      Resource  = "*"
    }]
  })
}

resource "aws_opensearch_domain_policy" "unknown" {
  domain_name     = "somewhere-else"
  access_policies = var.text # expect: unknown aws-opensearch-policy-public because var.text
}

resource "aws_opensearch_domain" "no_audit" { # expect: unset aws-opensearch-audit-logs
  domain_name = "no-audit"

  encrypt_at_rest {
    enabled = true
  }

  domain_endpoint_options {
    tls_security_policy = "Policy-Min-TLS-1-2-2019-07"
  }

  vpc_options {
    subnet_ids = ["subnet-0123456789abcdef0"]
  }

  advanced_security_options {
    enabled = true
  }

  log_publishing_options {
    log_type                 = "INDEX_SLOW_LOGS"
    cloudwatch_log_group_arn = "arn:aws:logs:eu-central-1:123456789012:log-group:search"
  }
}

resource "aws_opensearch_domain" "unknown" {
  domain_name = "unknown"

  cluster_config {
    instance_count = 3
  }

  encrypt_at_rest {
    enabled = var.flag # expect: unknown aws-opensearch-at-rest because var.flag
  }

  node_to_node_encryption {
    enabled = var.flag # expect: unknown aws-opensearch-node-tls because var.flag
  }

  domain_endpoint_options {
    enforce_https       = var.flag # expect: unknown aws-opensearch-https because var.flag
    tls_security_policy = var.text # expect: unknown aws-opensearch-min-tls because var.text
  }

  dynamic "vpc_options" { # expect: unknown aws-opensearch-vpc because var.flag
    for_each = var.flag ? [1] : []
    content {
      subnet_ids = ["subnet-0123456789abcdef0"]
    }
  }

  advanced_security_options {
    enabled = true
  }

  log_publishing_options {
    log_type                 = var.text # expect: unknown aws-opensearch-audit-logs because var.text
    cloudwatch_log_group_arn = "arn:aws:logs:eu-central-1:123456789012:log-group:search"
  }
}
