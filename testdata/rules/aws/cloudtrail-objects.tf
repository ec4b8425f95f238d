# Trails that record what happens to objects; one is enough.

resource "aws_cloudtrail" "writes" { # expect: secure aws-cloudtrail-objects-written, secure aws-cloudtrail-objects-read
  name           = "writes"
  s3_bucket_name = "trail"

  event_selector {
    read_write_type = "WriteOnly"

    data_resource {
      type   = "AWS::S3::Object"
      values = ["arn:aws:s3"]
    }
  }
}

resource "aws_cloudtrail" "reads" { # expect: secure aws-cloudtrail-objects-written, secure aws-cloudtrail-objects-read
  name           = "reads"
  s3_bucket_name = "trail"

  advanced_event_selector {
    name = "reads"

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
      equals = ["true"]
    }
  }
}
