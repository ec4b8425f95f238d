# Whose key opens a stream.

variable "key" {
  type = string
}

resource "aws_kms_key" "stream" {
  enable_key_rotation = true
}

resource "aws_kms_alias" "stream" {
  name          = "alias/stream"
  target_key_id = aws_kms_key.stream.key_id
}

resource "aws_kinesis_stream" "plain" { # expect: not_applicable aws-kinesis-customer-key
  name        = "plain"
  shard_count = 1
}

resource "aws_kinesis_stream" "aws_key" {
  name            = "aws-key"
  shard_count     = 1
  encryption_type = "KMS"
  kms_key_id      = "alias/aws/kinesis" # expect: insecure aws-kinesis-customer-key
}

resource "aws_kinesis_stream" "own" {
  name            = "own"
  shard_count     = 1
  encryption_type = "KMS"
  kms_key_id      = aws_kms_key.stream.arn # expect: secure aws-kinesis-customer-key
}

resource "aws_kinesis_stream" "by_alias" {
  name            = "by-alias"
  shard_count     = 1
  encryption_type = "KMS"
  kms_key_id      = aws_kms_alias.stream.name # expect: secure aws-kinesis-customer-key
}

resource "aws_kinesis_stream" "unknown" {
  name            = "unknown"
  shard_count     = 1
  encryption_type = "KMS"
  kms_key_id      = var.key # expect: unknown aws-kinesis-customer-key because var.key
}

resource "aws_kinesis_video_stream" "silent" { # expect: unset aws-kinesis-customer-key
  name                    = "silent"
  data_retention_in_hours = 24
}

resource "aws_kinesis_video_stream" "own" {
  name                    = "own"
  data_retention_in_hours = 24
  kms_key_id              = aws_kms_key.stream.arn # expect: secure aws-kinesis-customer-key
}
