# Whose key opens what is stored.

variable "key" {
  type = string
}

resource "aws_kms_key" "own" {
  description = "own"
}

resource "aws_kinesis_stream" "silent" { # expect: unset aws-kinesis-customer-key
  name            = "silent"
  shard_count     = 1
  encryption_type = "KMS"
}

resource "aws_kinesis_stream" "own" {
  name            = "own"
  shard_count     = 1
  encryption_type = "KMS"
  kms_key_id      = aws_kms_key.own.arn # expect: secure aws-kinesis-customer-key
}

resource "aws_kinesis_stream" "unknown" {
  name            = "unknown"
  shard_count     = 1
  encryption_type = "KMS"
  kms_key_id      = var.key # expect: unknown aws-kinesis-customer-key because var.key
}

resource "aws_kinesis_stream" "plain" { # expect: not_applicable aws-kinesis-customer-key
  name        = "plain"
  shard_count = 1
}

resource "aws_opensearch_domain" "silent" {
  domain_name = "silent"

  encrypt_at_rest { # expect: unset aws-opensearch-customer-key
    enabled = true
  }
}

resource "aws_opensearch_domain" "own" {
  domain_name = "own"


  encrypt_at_rest {
    enabled    = true
    kms_key_id = aws_kms_key.own.arn # expect: secure aws-opensearch-customer-key
  }
}

resource "aws_opensearch_domain" "unknown" {
  domain_name = "unknown"


  encrypt_at_rest {
    enabled    = true
    kms_key_id = var.key # expect: unknown aws-opensearch-customer-key because var.key
  }
}

resource "aws_opensearch_domain" "plain" { # expect: not_applicable aws-opensearch-customer-key
  domain_name = "plain"
}

resource "aws_sns_topic" "silent" { # expect: not_applicable aws-sns-customer-key
  name = "silent"
}

resource "aws_sns_topic" "own" {
  name              = "own"
  kms_master_key_id = aws_kms_key.own.arn # expect: secure aws-sns-customer-key
}

resource "aws_sns_topic" "unknown" {
  name              = "unknown"
  kms_master_key_id = var.key # expect: unknown aws-sns-customer-key because var.key
}

resource "aws_sns_topic" "managed" {
  name              = "managed"
  kms_master_key_id = "alias/aws/sns" # expect: insecure aws-sns-customer-key
}
