# Streams that end in a store.

variable "flag" {
  type = bool
}

variable "key_type" {
  type = string
}

resource "aws_kms_key" "stream" {
  enable_key_rotation = true
}

resource "aws_kinesis_firehose_delivery_stream" "silent" { # expect: unset aws-firehose-encryption, not_applicable aws-firehose-customer-key
  name        = "silent"
  destination = "extended_s3"

  extended_s3_configuration {
    role_arn   = "arn:aws:iam::123456789012:role/firehose"
    bucket_arn = "arn:aws:s3:::acme-lake"
  }
}

resource "aws_kinesis_firehose_delivery_stream" "off" {
  name        = "off"
  destination = "extended_s3"

  extended_s3_configuration {
    role_arn   = "arn:aws:iam::123456789012:role/firehose"
    bucket_arn = "arn:aws:s3:::acme-lake"
  }

  server_side_encryption {
    enabled = false # expect: insecure aws-firehose-encryption, not_applicable aws-firehose-customer-key
  }
}

resource "aws_kinesis_firehose_delivery_stream" "empty" {
  name        = "empty"
  destination = "extended_s3"

  extended_s3_configuration {
    role_arn   = "arn:aws:iam::123456789012:role/firehose"
    bucket_arn = "arn:aws:s3:::acme-lake"
  }

  server_side_encryption { # expect: unset aws-firehose-encryption
  }
}

resource "aws_kinesis_firehose_delivery_stream" "aws_key" {
  name        = "aws_key"
  destination = "extended_s3"

  extended_s3_configuration {
    role_arn   = "arn:aws:iam::123456789012:role/firehose"
    bucket_arn = "arn:aws:s3:::acme-lake"
  }

  server_side_encryption { # expect: unset aws-firehose-customer-key
    enabled = true         # expect: secure aws-firehose-encryption
  }
}

resource "aws_kinesis_firehose_delivery_stream" "aws_key_named" {
  name        = "aws_key_named"
  destination = "extended_s3"

  extended_s3_configuration {
    role_arn   = "arn:aws:iam::123456789012:role/firehose"
    bucket_arn = "arn:aws:s3:::acme-lake"
  }

  server_side_encryption {
    enabled  = true            # expect: secure aws-firehose-encryption
    key_type = "AWS_OWNED_CMK" # expect: insecure aws-firehose-customer-key
  }
}

resource "aws_kinesis_firehose_delivery_stream" "own" {
  name        = "own"
  destination = "extended_s3"

  extended_s3_configuration {
    role_arn   = "arn:aws:iam::123456789012:role/firehose"
    bucket_arn = "arn:aws:s3:::acme-lake"
  }

  server_side_encryption {
    enabled  = true                   # expect: secure aws-firehose-encryption
    key_type = "CUSTOMER_MANAGED_CMK" # expect: secure aws-firehose-customer-key
    key_arn  = aws_kms_key.stream.arn
  }
}

resource "aws_kinesis_firehose_delivery_stream" "from_stream" { # expect: not_applicable aws-firehose-encryption, not_applicable aws-firehose-customer-key
  name        = "from_stream"
  destination = "extended_s3"

  extended_s3_configuration {
    role_arn   = "arn:aws:iam::123456789012:role/firehose"
    bucket_arn = "arn:aws:s3:::acme-lake"
  }

  kinesis_source_configuration {
    kinesis_stream_arn = "arn:aws:kinesis:eu-central-1:123456789012:stream/orders"
    role_arn           = "arn:aws:iam::123456789012:role/firehose"
  }
}

resource "aws_kinesis_firehose_delivery_stream" "from_kafka" { # expect: not_applicable aws-firehose-encryption
  name        = "from_kafka"
  destination = "extended_s3"

  extended_s3_configuration {
    role_arn   = "arn:aws:iam::123456789012:role/firehose"
    bucket_arn = "arn:aws:s3:::acme-lake"
  }

  msk_source_configuration {
    msk_cluster_arn = "arn:aws:kafka:eu-central-1:123456789012:cluster/orders/01234567-89ab-cdef-0123-456789abcdef-1"
    topic_name      = "orders"

    authentication_configuration {
      connectivity = "PRIVATE"
      role_arn     = "arn:aws:iam::123456789012:role/firehose"
    }
  }
}

resource "aws_kinesis_firehose_delivery_stream" "unknown" {
  name        = "unknown"
  destination = "extended_s3"

  extended_s3_configuration {
    role_arn   = "arn:aws:iam::123456789012:role/firehose"
    bucket_arn = "arn:aws:s3:::acme-lake"
  }

  server_side_encryption {
    enabled  = var.flag               # expect: unknown aws-firehose-encryption because var.flag
    key_type = "CUSTOMER_MANAGED_CMK" # expect: secure aws-firehose-customer-key
    key_arn  = aws_kms_key.stream.arn
  }
}

resource "aws_kinesis_firehose_delivery_stream" "unknown_type" {
  name        = "unknown_type"
  destination = "extended_s3"

  extended_s3_configuration {
    role_arn   = "arn:aws:iam::123456789012:role/firehose"
    bucket_arn = "arn:aws:s3:::acme-lake"
  }

  server_side_encryption {
    enabled  = true         # expect: secure aws-firehose-encryption
    key_type = var.key_type # expect: unknown aws-firehose-customer-key because var.key_type
  }
}
