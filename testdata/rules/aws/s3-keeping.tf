# What of a bucket's content stays: versions, locks, logs of its use, and the bucket itself.

resource "aws_s3_bucket" "silent" { # expect: unset aws-s3-bucket-versioning, unset aws-s3-bucket-logging, secure aws-s3-bucket-force-destroy, not_applicable aws-s3-trail-mfa-delete, not_applicable aws-s3-object-lock-retention
  bucket = "acme-silent"
}

resource "aws_s3_bucket" "inline" {
  bucket        = "acme-inline"
  force_destroy = false # expect: secure aws-s3-bucket-force-destroy

  versioning {
    enabled = true # expect: secure aws-s3-bucket-versioning
  }

  logging {
    target_bucket = aws_s3_bucket.logs.id # expect: secure aws-s3-bucket-logging
  }
}

resource "aws_s3_bucket" "apart" {
  bucket        = "acme-apart"
  force_destroy = true # expect: insecure aws-s3-bucket-force-destroy
}

resource "aws_s3_bucket_versioning" "apart" {
  bucket = aws_s3_bucket.apart.id
  versioning_configuration {
    status = "Enabled" # expect: secure aws-s3-bucket-versioning
  }
}

resource "aws_s3_bucket_logging" "apart" {
  bucket        = aws_s3_bucket.apart.id
  target_bucket = "acme-elsewhere" # expect: secure aws-s3-bucket-logging
  target_prefix = "apart/"
}

# takes logs, so it keeps none of itself
resource "aws_s3_bucket" "logs" { # expect: not_applicable aws-s3-bucket-logging
  bucket = "acme-logs"
}

resource "aws_s3_bucket_versioning" "logs" {
  bucket = aws_s3_bucket.logs.id
  versioning_configuration {
    status = "Suspended" # expect: insecure aws-s3-bucket-versioning
  }
}

resource "aws_s3_bucket" "delivery" { # expect: not_applicable aws-s3-bucket-logging
  bucket = "acme-delivery"
  acl    = "log-delivery-write"
  versioning {
    enabled = false # expect: insecure aws-s3-bucket-versioning
  }
}

variable "status" {
  type = string
}

variable "destroy" {
  type = bool
}

resource "aws_s3_bucket" "undecided" { # expect: unset aws-s3-bucket-logging
  bucket        = "acme-undecided"
  force_destroy = var.destroy # expect: unknown aws-s3-bucket-force-destroy because var.destroy
}

resource "aws_s3_bucket_versioning" "undecided" {
  bucket = aws_s3_bucket.undecided.id
  versioning_configuration {
    status = var.status # expect: unknown aws-s3-bucket-versioning because var.status
  }
}
