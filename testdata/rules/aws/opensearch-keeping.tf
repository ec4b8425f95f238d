# Search domains: who may search, what is kept, and where they stand.

variable "flag" {
  type = bool
}

variable "key" {
  type = string
}

variable "groups" {
  type = set(string)
}

resource "aws_kms_key" "search" {
  enable_key_rotation = true
}

resource "aws_opensearch_domain" "silent" { # expect: unset aws-opensearch-fine-grained, unset aws-opensearch-logs, unset aws-opensearch-dedicated-masters, unset aws-opensearch-zones, not_applicable aws-opensearch-customer-key, not_applicable aws-opensearch-security-group
  domain_name = "silent"
}

resource "aws_opensearch_domain" "careless" { # expect: unset aws-opensearch-logs
  domain_name = "careless"

  cluster_config {
    dedicated_master_enabled = false # expect: insecure aws-opensearch-dedicated-masters
    zone_awareness_enabled   = false # expect: insecure aws-opensearch-zones
  }

  advanced_security_options {
    enabled = false # expect: insecure aws-opensearch-fine-grained
  }

  encrypt_at_rest { # expect: unset aws-opensearch-customer-key
    enabled = true
  }

  log_publishing_options {
    cloudwatch_log_group_arn = "arn:aws:logs:eu-central-1:123456789012:log-group:search"
    log_type                 = "ES_APPLICATION_LOGS"
    enabled                  = false
  }

  vpc_options { # expect: unset aws-opensearch-security-group
    subnet_ids = ["subnet-0123456789abcdef0"]
  }
}

resource "aws_opensearch_domain" "careful" {
  domain_name = "careful"

  cluster_config {
    dedicated_master_enabled = true # expect: secure aws-opensearch-dedicated-masters
    dedicated_master_count   = 3
    zone_awareness_enabled   = true # expect: secure aws-opensearch-zones
    instance_count           = 3
  }

  advanced_security_options {
    enabled = true # expect: secure aws-opensearch-fine-grained
  }

  encrypt_at_rest {
    enabled    = true
    kms_key_id = aws_kms_key.search.arn # expect: secure aws-opensearch-customer-key
  }

  log_publishing_options {
    cloudwatch_log_group_arn = "arn:aws:logs:eu-central-1:123456789012:log-group:search"
    log_type                 = "INDEX_SLOW_LOGS" # expect: secure aws-opensearch-logs
  }

  vpc_options {
    subnet_ids         = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1", "subnet-0123456789abcdef2"]
    security_group_ids = ["sg-0123456789abcdef0"] # expect: secure aws-opensearch-security-group
  }
}

resource "aws_elasticsearch_domain" "old" {
  domain_name = "old"

  cluster_config {
    dedicated_master_enabled = true # expect: secure aws-opensearch-dedicated-masters
    zone_awareness_enabled   = true # expect: secure aws-opensearch-zones
  }

  advanced_security_options {
    enabled                        = true # expect: secure aws-opensearch-fine-grained
    internal_user_database_enabled = true
  }

  encrypt_at_rest {
    enabled    = true
    kms_key_id = "arn:aws:kms:eu-central-1:123456789012:key/01234567-89ab-cdef-0123-456789abcdef" # expect: secure aws-opensearch-customer-key
  }

  log_publishing_options {
    cloudwatch_log_group_arn = "arn:aws:logs:eu-central-1:123456789012:log-group:search"
    log_type                 = "ES_APPLICATION_LOGS" # expect: secure aws-opensearch-logs
    enabled                  = true
  }

  vpc_options {
    security_group_ids = [] # expect: insecure aws-opensearch-security-group
  }
}

resource "aws_opensearch_domain" "unknown" {
  domain_name = "unknown"

  cluster_config {
    dedicated_master_enabled = var.flag # expect: unknown aws-opensearch-dedicated-masters because var.flag
    zone_awareness_enabled   = var.flag # expect: unknown aws-opensearch-zones because var.flag
  }

  advanced_security_options {
    enabled = var.flag # expect: unknown aws-opensearch-fine-grained because var.flag
  }

  encrypt_at_rest {
    enabled    = true
    kms_key_id = var.key # expect: unknown aws-opensearch-customer-key because var.key
  }

  log_publishing_options {
    cloudwatch_log_group_arn = "arn:aws:logs:eu-central-1:123456789012:log-group:search"
    log_type                 = "ES_APPLICATION_LOGS" # expect: unknown aws-opensearch-logs because var.flag
    enabled                  = var.flag
  }

  vpc_options {
    security_group_ids = var.groups # expect: unknown aws-opensearch-security-group because var.groups
  }
}
