# Buckets whose content must outlive a break-in: those of audit trails, and those with Object Lock.

resource "aws_cloudtrail" "one" {
  name           = "one"
  s3_bucket_name = aws_s3_bucket.trail.id
}

resource "aws_s3_bucket" "trail" { # expect: unset aws-s3-trail-mfa-delete
  bucket = "acme-trail"
}

resource "aws_cloudtrail" "two" {
  name           = "two"
  s3_bucket_name = "acme-protected"
}

resource "aws_s3_bucket" "protected" {
  bucket = "acme-protected"
}

resource "aws_s3_bucket_versioning" "protected" {
  bucket = aws_s3_bucket.protected.id
  mfa    = "arn:aws:iam::123456789012:mfa/root 123456"
  versioning_configuration {
    status     = "Enabled"
    mfa_delete = "Enabled" # expect: secure aws-s3-trail-mfa-delete
  }
}

resource "aws_cloudtrail" "three" {
  name           = "three"
  s3_bucket_name = aws_s3_bucket.inline.bucket
}

resource "aws_s3_bucket" "inline" {
  bucket = "acme-trail-inline"
  versioning {
    enabled    = true
    mfa_delete = false # expect: insecure aws-s3-trail-mfa-delete
  }
}

resource "aws_cloudtrail" "four" {
  name           = "four"
  s3_bucket_name = aws_s3_bucket.locked.id
}

resource "aws_s3_bucket" "locked" {
  bucket              = "acme-trail-locked"
  object_lock_enabled = true
}

resource "aws_s3_bucket_object_lock_configuration" "locked" {
  bucket = aws_s3_bucket.locked.id
  rule {
    default_retention {
      mode = "COMPLIANCE" # expect: secure aws-s3-trail-mfa-delete, secure aws-s3-object-lock-retention
      days = 365
    }
  }
}

resource "aws_s3_bucket" "no_rule" { # expect: unset aws-s3-object-lock-retention, not_applicable aws-s3-trail-mfa-delete
  bucket              = "acme-no-rule"
  object_lock_enabled = true
}

resource "aws_s3_bucket" "old_form" {
  bucket = "acme-old-form"
  object_lock_configuration {
    object_lock_enabled = "Enabled"
    rule {
      default_retention {
        mode = "GOVERNANCE" # expect: secure aws-s3-object-lock-retention
        days = 30
      }
    }
  }
}

resource "aws_s3_bucket" "no_lock" { # expect: not_applicable aws-s3-object-lock-retention
  bucket = "acme-no-lock"
}

variable "mode" {
  type = string
}

resource "aws_s3_bucket" "undecided" {
  bucket              = "acme-undecided"
  object_lock_enabled = true
}

resource "aws_s3_bucket_object_lock_configuration" "undecided" {
  bucket = aws_s3_bucket.undecided.id
  rule {
    default_retention {
      mode = var.mode # expect: unknown aws-s3-object-lock-retention because var.mode
      days = 30
    }
  }
}

resource "aws_cloudtrail" "five" {
  name           = "five"
  s3_bucket_name = aws_s3_bucket.by_variable.id
}

resource "aws_s3_bucket" "by_variable" {
  bucket = "acme-by-variable"
}

resource "aws_s3_bucket_versioning" "by_variable" {
  bucket = aws_s3_bucket.by_variable.id
  versioning_configuration {
    status     = "Enabled"
    mfa_delete = var.mode # expect: unknown aws-s3-trail-mfa-delete because var.mode
  }
}
