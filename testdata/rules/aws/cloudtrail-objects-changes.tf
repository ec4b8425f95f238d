# A trail that records changes, and leaves reading out.

resource "aws_cloudtrail" "writes" { # expect: secure aws-cloudtrail-objects-written, unset aws-cloudtrail-objects-read
  name           = "writes"
  s3_bucket_name = "trail"

  advanced_event_selector {
    name = "writes"

    field_selector {
      field  = "eventCategory"
      equals = ["Data"]
    }

    field_selector {
      field  = "resources.type"
      equals = ["AWS::S3::Object"]
    }

    field_selector {
      field  = "readOnly"
      equals = ["false"]
    }
  }
}
