# A trail of which nobody can say.

variable "mode" {
  type = string
}

resource "aws_cloudtrail" "unknown" {
  name           = "unknown"
  s3_bucket_name = "trail"

  event_selector { # expect: unknown aws-cloudtrail-objects-written because var.mode, unknown aws-cloudtrail-objects-read because var.mode
    read_write_type = var.mode

    data_resource {
      type   = "AWS::S3::Object"
      values = ["arn:aws:s3"]
    }
  }
}
