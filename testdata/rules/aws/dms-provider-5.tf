# provider: aws 5.99.1
# Objects as DMS wrote them until version 5 of the provider.

variable "key" {
  type = string
}

resource "aws_dms_endpoint" "silent" {
  endpoint_id   = "silent"
  endpoint_type = "target"
  engine_name   = "s3"

  s3_settings { # expect: unset aws-dms-s3-customer-key
    bucket_name = "orders-history"
  }
}

resource "aws_dms_endpoint" "keyed" {
  endpoint_id   = "keyed"
  endpoint_type = "target"
  engine_name   = "s3"

  s3_settings {
    bucket_name                       = "orders-history"
    encryption_mode                   = "SSE_KMS"
    server_side_encryption_kms_key_id = "arn:aws:kms:eu-central-1:123456789012:key/orders" # expect: secure aws-dms-s3-customer-key
  }
}

resource "aws_dms_endpoint" "unknown" {
  endpoint_id   = "unknown"
  endpoint_type = "target"
  engine_name   = "s3"

  s3_settings {
    bucket_name                       = "orders-history"
    encryption_mode                   = "SSE_KMS"
    server_side_encryption_kms_key_id = var.key # expect: unknown aws-dms-s3-customer-key because var.key
  }
}

resource "aws_dms_endpoint" "database" { # expect: not_applicable aws-dms-s3-customer-key
  endpoint_id   = "database"
  endpoint_type = "target"
  engine_name   = "postgres"
}
