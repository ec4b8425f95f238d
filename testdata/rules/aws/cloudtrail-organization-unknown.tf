# Nobody knows whether it is the organisation's, or whether it records.

variable "organization" {
  type = bool
}

resource "aws_cloudtrail" "perhaps" {
  name                  = "perhaps"
  s3_bucket_name        = "acme-trail"
  is_organization_trail = var.organization
  is_multi_region_trail = true # expect: secure aws-cloudtrail-multi-region
}

resource "aws_cloudtrail" "member" { # expect: unknown aws-cloudtrail-multi-region because var.organization
  name           = "member"
  s3_bucket_name = "acme-member-trail"
}
