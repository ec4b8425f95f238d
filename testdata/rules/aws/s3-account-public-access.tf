# A block for the whole account stands in for the ones that the buckets lack.

resource "aws_s3_account_public_access_block" "account" { # expect: unset aws-s3-account-public-access-ignore-public-acls
  block_public_acls       = true                          # expect: secure aws-s3-account-public-access-block-public-acls
  block_public_policy     = false                         # expect: insecure aws-s3-account-public-access-block-public-policy
  restrict_public_buckets = true                          # expect: secure aws-s3-account-public-access-restrict-public-buckets
}

resource "aws_s3_bucket" "open" { # expect: secure aws-s3-bucket-block-stated, secure aws-s3-public-access-block-public-acls
  bucket = "acme-open"
}

resource "aws_s3_bucket_public_access_block" "open" {
  bucket                  = aws_s3_bucket.open.id
  block_public_acls       = false
  block_public_policy     = false # expect: insecure aws-s3-public-access-block-public-policy
  ignore_public_acls      = true
  restrict_public_buckets = false
}

resource "aws_s3_bucket" "silent" { # expect: secure aws-s3-public-access-block-public-policy, secure aws-s3-bucket-block-stated
  bucket = "acme-silent"
}

provider "aws" {
  region = "eu-central-1"
}

provider "aws" {
  alias  = "audit"
  region = "eu-central-1"
}

variable "strict" {
  type = bool
}

resource "aws_s3_account_public_access_block" "audit" {
  provider                = aws.audit
  block_public_acls       = var.strict # expect: unknown aws-s3-account-public-access-block-public-acls because var.strict
  block_public_policy     = true
  ignore_public_acls      = true # expect: secure aws-s3-account-public-access-ignore-public-acls
  restrict_public_buckets = true
}
