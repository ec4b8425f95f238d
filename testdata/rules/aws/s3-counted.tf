# Resources of which nobody knows how many there are: what they say of a bucket holds only if they are there.

variable "versioned" {
  type = bool
}

variable "blocked" {
  type = bool
}

variable "names" {
  type = set(string)
}

resource "aws_s3_bucket" "perhaps" { # expect: unknown aws-s3-bucket-versioning because var.versioned, unknown aws-s3-bucket-logging because var.names
  bucket = "acme-perhaps"
  acl    = "public-read" # expect: unknown aws-s3-bucket-acl because var.blocked
}

resource "aws_s3_bucket_versioning" "perhaps" {
  count  = var.versioned ? 1 : 0
  bucket = aws_s3_bucket.perhaps.id
  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_public_access_block" "perhaps" {
  count              = var.blocked ? 1 : 0
  bucket             = aws_s3_bucket.perhaps.id
  ignore_public_acls = true
}

resource "aws_s3_bucket_logging" "perhaps" {
  for_each      = var.names
  bucket        = aws_s3_bucket.perhaps.id
  target_bucket = "acme-elsewhere"
  target_prefix = each.value
}

resource "aws_s3_bucket" "private" { # expect: secure aws-s3-bucket-acl, unset aws-s3-bucket-logging, unset aws-s3-bucket-versioning
  bucket = "acme-private"
}

# right whether it is there or not
resource "aws_s3_bucket_acl" "private" {
  count  = var.blocked ? 1 : 0
  bucket = aws_s3_bucket.private.id
  acl    = "private"
}

# right as it is, and wrong with what may come
resource "aws_s3_bucket" "opened" { # expect: unknown aws-s3-bucket-acl because var.blocked, unset aws-s3-bucket-logging
  bucket = "acme-opened"
  versioning {
    enabled = true # expect: secure aws-s3-bucket-versioning
  }
}

resource "aws_s3_bucket_acl" "opened" {
  count  = var.blocked ? 0 : 1
  bucket = aws_s3_bucket.opened.id
  acl    = "public-read"
}
