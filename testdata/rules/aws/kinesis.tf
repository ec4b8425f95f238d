# Streams.

variable "type" {
  type = string
}

resource "aws_kinesis_stream" "silent" { # expect: unset aws-kinesis-encryption
  name        = "silent"
  shard_count = 1
}

resource "aws_kinesis_stream" "plain" {
  name            = "plain"
  shard_count     = 1
  encryption_type = "NONE" # expect: insecure aws-kinesis-encryption
}

locals {
  encryption = "KMS"
}

resource "aws_kinesis_stream" "by_local" {
  name            = "by-local"
  shard_count     = 1
  encryption_type = local.encryption # expect: secure aws-kinesis-encryption
  kms_key_id      = "alias/aws/kinesis"
}

resource "aws_kinesis_stream" "encrypted" {
  name            = "encrypted"
  shard_count     = 1
  encryption_type = "KMS" # expect: secure aws-kinesis-encryption
  kms_key_id      = "alias/aws/kinesis"
}

resource "aws_kinesis_stream" "unknown" {
  name            = "unknown"
  shard_count     = 1
  encryption_type = var.type # expect: unknown aws-kinesis-encryption because var.type
}
