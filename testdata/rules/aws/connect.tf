# Where recordings go.

variable "text" {
  type = string
}

resource "aws_kms_key" "own" {
  enable_key_rotation = true
}

resource "aws_connect_instance_storage_config" "silent" {
  instance_id   = "aaaaaaaa-bbbb-cccc-dddd-111111111111"
  resource_type = "CALL_RECORDINGS"

  storage_config {
    storage_type = "S3"

    s3_config { # expect: unset aws-connect-storage-customer-key
      bucket_name   = "acme-calls"
      bucket_prefix = "silent"
    }
  }
}

resource "aws_connect_instance_storage_config" "own" {
  instance_id   = "aaaaaaaa-bbbb-cccc-dddd-111111111111"
  resource_type = "CALL_RECORDINGS"

  storage_config {
    storage_type = "S3"

    s3_config {
      bucket_name   = "acme-calls"
      bucket_prefix = "own"

      encryption_config {
        encryption_type = "KMS"
        key_id          = aws_kms_key.own.arn # expect: secure aws-connect-storage-customer-key
      }
    }
  }
}

resource "aws_connect_instance_storage_config" "named" {
  instance_id   = "aaaaaaaa-bbbb-cccc-dddd-111111111111"
  resource_type = "CALL_RECORDINGS"

  storage_config {
    storage_type = "S3"

    s3_config {
      bucket_name   = "acme-calls"
      bucket_prefix = "named"

      encryption_config {
        encryption_type = "KMS"
        key_id          = "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab" # expect: secure aws-connect-storage-customer-key
      }
    }
  }
}

resource "aws_connect_instance_storage_config" "unknown" {
  instance_id   = "aaaaaaaa-bbbb-cccc-dddd-111111111111"
  resource_type = "CALL_RECORDINGS"

  storage_config {
    storage_type = "S3"

    s3_config {
      bucket_name   = "acme-calls"
      bucket_prefix = "unknown"

      encryption_config {
        encryption_type = "KMS"
        key_id          = var.text # expect: unknown aws-connect-storage-customer-key because var.text
      }
    }
  }
}
