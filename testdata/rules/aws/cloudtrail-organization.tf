# What the organisation's trail records, the trails of its accounts need not.

provider "aws" {
  region = "eu-central-1"
}

provider "aws" {
  alias  = "member"
  region = "eu-central-1"

  assume_role {
    role_arn = "arn:aws:iam::210987654321:role/deploy"
  }
}

resource "aws_cloudtrail" "organization" { # expect: secure aws-cloudtrail-objects-written, secure aws-cloudtrail-objects-read
  name                  = "organization"
  s3_bucket_name        = "acme-trail"
  is_organization_trail = true
  is_multi_region_trail = true # expect: secure aws-cloudtrail-multi-region

  event_selector {
    data_resource {
      type   = "AWS::S3::Object"
      values = ["arn:aws:s3"]
    }
  }
}

resource "aws_cloudtrail" "member" { # expect: secure aws-cloudtrail-multi-region, secure aws-cloudtrail-objects-written, secure aws-cloudtrail-objects-read
  provider       = aws.member
  name           = "member"
  s3_bucket_name = "acme-member-trail"
}

resource "aws_cloudtrail" "one_region" { # expect: secure aws-cloudtrail-objects-written
  provider              = aws.member
  name                  = "one-region"
  s3_bucket_name        = "acme-member-trail"
  is_multi_region_trail = false # expect: secure aws-cloudtrail-multi-region
}
