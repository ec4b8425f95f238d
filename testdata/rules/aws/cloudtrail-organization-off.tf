# A trail of the organisation that is switched off settles nothing.

resource "aws_cloudtrail" "off" {
  name                  = "off"
  s3_bucket_name        = "acme-trail"
  enable_logging        = false
  is_organization_trail = true
  is_multi_region_trail = true # expect: secure aws-cloudtrail-multi-region
}

resource "aws_cloudtrail" "member" { # expect: unset aws-cloudtrail-multi-region
  name           = "member"
  s3_bucket_name = "acme-member-trail"
}
