# Whose key opens a topic.

variable "key" {
  type = string
}

resource "aws_kms_key" "topics" {
  enable_key_rotation = true
}

resource "aws_sns_topic" "silent" { # expect: not_applicable aws-sns-customer-key
  name = "silent"
}

resource "aws_sns_topic" "managed" {
  name              = "managed"
  kms_master_key_id = "alias/aws/sns" # expect: insecure aws-sns-customer-key
}

resource "aws_sns_topic" "own" {
  name              = "own"
  kms_master_key_id = aws_kms_key.topics.id # expect: secure aws-sns-customer-key
}

resource "aws_sns_topic" "by_alias" {
  name              = "by-alias"
  kms_master_key_id = "alias/topics" # expect: secure aws-sns-customer-key
}

resource "aws_sns_topic" "unknown" {
  name              = "unknown"
  kms_master_key_id = var.key # expect: unknown aws-sns-customer-key because var.key
}
