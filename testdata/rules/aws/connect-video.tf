# Live media.

variable "key" {
  type = string
}

resource "aws_kms_key" "own" {
  description = "own"
}

resource "aws_connect_instance_storage_config" "of_aws" {
  instance_id   = "aaaaaaaa-bbbb-cccc-dddd-111111111111"
  resource_type = "MEDIA_STREAMS"

  storage_config {
    storage_type = "KINESIS_VIDEO_STREAM"
    kinesis_video_stream_config {
      prefix                 = "calls"
      retention_period_hours = 24
      encryption_config {
        encryption_type = "KMS"
        key_id          = "alias/aws/kinesisvideo" # expect: insecure aws-connect-video-customer-key
      }
    }
  }
}

resource "aws_connect_instance_storage_config" "own" {
  instance_id   = "aaaaaaaa-bbbb-cccc-dddd-111111111111"
  resource_type = "MEDIA_STREAMS"

  storage_config {
    storage_type = "KINESIS_VIDEO_STREAM"
    kinesis_video_stream_config {
      prefix                 = "calls"
      retention_period_hours = 24
      encryption_config {
        encryption_type = "KMS"
        key_id          = aws_kms_key.own.arn # expect: secure aws-connect-video-customer-key
      }
    }
  }
}

resource "aws_connect_instance_storage_config" "named" {
  instance_id   = "aaaaaaaa-bbbb-cccc-dddd-111111111111"
  resource_type = "MEDIA_STREAMS"

  storage_config {
    storage_type = "KINESIS_VIDEO_STREAM"
    kinesis_video_stream_config {
      prefix                 = "calls"
      retention_period_hours = 24
      encryption_config {
        encryption_type = "KMS"
        key_id          = "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab" # expect: secure aws-connect-video-customer-key
      }
    }
  }
}

resource "aws_connect_instance_storage_config" "unknown" {
  instance_id   = "aaaaaaaa-bbbb-cccc-dddd-111111111111"
  resource_type = "MEDIA_STREAMS"

  storage_config {
    storage_type = "KINESIS_VIDEO_STREAM"
    kinesis_video_stream_config {
      prefix                 = "calls"
      retention_period_hours = 24
      encryption_config {
        encryption_type = "KMS"
        key_id          = var.key # expect: unknown aws-connect-video-customer-key because var.key
      }
    }
  }
}
