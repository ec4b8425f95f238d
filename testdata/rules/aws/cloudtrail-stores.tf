# Where trails and event data stores tell, and who opens them.

variable "arn" {
  type = string
}

resource "aws_cloudtrail" "silent" { # expect: unset aws-cloudtrail-topic
  name           = "silent"
  s3_bucket_name = "acme-trail"
}

resource "aws_sns_topic" "trail" {
  name = "trail"
}

resource "aws_cloudtrail" "telling" {
  name           = "telling"
  s3_bucket_name = "acme-trail"
  sns_topic_name = aws_sns_topic.trail.name # expect: secure aws-cloudtrail-topic
}

resource "aws_cloudtrail" "by_arn" {
  name           = "by-arn"
  s3_bucket_name = "acme-trail"
  sns_topic_name = "arn:aws:sns:eu-central-1:123456789012:trail" # expect: secure aws-cloudtrail-topic
}

resource "aws_cloudtrail" "nothing" {
  name           = "nothing"
  s3_bucket_name = "acme-trail"
  sns_topic_name = "" # expect: insecure aws-cloudtrail-topic
}

resource "aws_cloudtrail" "unknown" {
  name           = "unknown"
  s3_bucket_name = "acme-trail"
  sns_topic_name = var.arn # expect: unknown aws-cloudtrail-topic because var.arn
}

resource "aws_kms_key" "events" {
  description = "events"
}

resource "aws_cloudtrail_event_data_store" "silent" { # expect: unset aws-cloudtrail-store-customer-key
  name = "silent"
}

resource "aws_cloudtrail_event_data_store" "of_aws" {
  name       = "of-aws"
  kms_key_id = "alias/aws/cloudtrail" # expect: insecure aws-cloudtrail-store-customer-key
}

resource "aws_cloudtrail_event_data_store" "own" {
  name       = "own"
  kms_key_id = aws_kms_key.events.arn # expect: secure aws-cloudtrail-store-customer-key
}

resource "aws_cloudtrail_event_data_store" "by_name" {
  name       = "by-name"
  kms_key_id = "alias/events" # expect: secure aws-cloudtrail-store-customer-key
}

resource "aws_cloudtrail_event_data_store" "unknown" {
  name       = "unknown"
  kms_key_id = var.arn # expect: unknown aws-cloudtrail-store-customer-key because var.arn
}
