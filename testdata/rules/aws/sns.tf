# Topics.

variable "key" {
  type = string
}

resource "aws_sns_topic" "silent" { # expect: unset aws-sns-encryption
  name = "silent"
}

resource "aws_sns_topic" "managed" {
  name              = "managed"
  kms_master_key_id = "alias/aws/sns" # expect: secure aws-sns-encryption
}

resource "aws_kms_key" "topics" {
  description = "topics"
}

resource "aws_sns_topic" "own" {
  name              = "own"
  kms_master_key_id = aws_kms_key.topics.key_id # expect: secure aws-sns-encryption
}

resource "aws_sns_topic" "unknown" {
  name              = "unknown"
  kms_master_key_id = var.key # expect: unknown aws-sns-encryption because var.key
}
