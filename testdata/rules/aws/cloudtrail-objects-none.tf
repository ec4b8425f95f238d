# Trails that leave objects out.

variable "mode" {
  type = string
}

resource "aws_cloudtrail" "silent" { # expect: unset aws-cloudtrail-objects-written, unset aws-cloudtrail-objects-read
  name           = "silent"
  s3_bucket_name = "trail"
}

resource "aws_cloudtrail" "functions" { # expect: unset aws-cloudtrail-objects-written, unset aws-cloudtrail-objects-read
  name           = "functions"
  s3_bucket_name = "trail"

  event_selector {
    read_write_type = "All"

    data_resource {
      type   = "AWS::Lambda::Function"
      values = ["arn:aws:lambda"]
    }
  }
}

resource "aws_cloudtrail" "management" { # expect: unset aws-cloudtrail-objects-written, unset aws-cloudtrail-objects-read
  name           = "management"
  s3_bucket_name = "trail"

  advanced_event_selector {
    name = "management"

    field_selector {
      field  = "eventCategory"
      equals = ["Management"]
    }
  }
}
