# How long content stays, where copies are, and what a bucket is called.

variable "text" {
  type = string
}

resource "aws_s3_bucket" "silent" { # expect: secure aws-s3-bucket-website, secure aws-s3-bucket-name-dots, unset aws-s3-bucket-lifecycle, unset aws-s3-bucket-replication, secure aws-s3-bucket-policy-lockout
  bucket = "silent"
}

resource "aws_s3_bucket" "dotted" { # expect: unset aws-s3-bucket-replication
  bucket = "files.example.com"      # expect: insecure aws-s3-bucket-name-dots
}

resource "aws_s3_bucket_lifecycle_configuration" "dotted" { # expect: unset aws-s3-bucket-lifecycle, unset aws-s3-bucket-unfinished-uploads
  bucket = aws_s3_bucket.dotted.id

  rule {
    id     = "off"
    status = "Disabled"

    expiration {
      days = 30
    }
  }
}

resource "aws_s3_bucket" "pages" { # expect: not_applicable aws-s3-bucket-name-dots, unset aws-s3-bucket-lifecycle, unset aws-s3-bucket-replication
  bucket = "www.example.com"
}

resource "aws_s3_bucket_website_configuration" "pages" { # expect: insecure aws-s3-bucket-website
  bucket = aws_s3_bucket.pages.id

  index_document {
    suffix = "index.html"
  }
}

resource "aws_s3_bucket" "old_pages" { # expect: not_applicable aws-s3-bucket-name-dots, unset aws-s3-bucket-lifecycle, unset aws-s3-bucket-replication
  bucket = "old.example.com"

  website { # expect: insecure aws-s3-bucket-website
    index_document = "index.html"
  }
}

# it sends visitors to where there is TLS
resource "aws_s3_bucket" "sends_on" { # expect: secure aws-s3-bucket-website, not_applicable aws-s3-bucket-name-dots, unset aws-s3-bucket-lifecycle, unset aws-s3-bucket-replication
  bucket = "example.com"
}

resource "aws_s3_bucket_website_configuration" "sends_on" {
  bucket = aws_s3_bucket.sends_on.id

  redirect_all_requests_to {
    host_name = "www.example.com"
    protocol  = "https"
  }
}

resource "aws_s3_bucket" "careful" { # expect: secure aws-s3-bucket-lifecycle, secure aws-s3-bucket-replication
  bucket = "careful"
}

resource "aws_s3_bucket_lifecycle_configuration" "careful" {
  bucket = aws_s3_bucket.careful.id

  rule {
    id     = "end"
    status = "Enabled"
    filter {}

    expiration {
      days = 365
    }

    abort_incomplete_multipart_upload {
      days_after_initiation = 7 # expect: secure aws-s3-bucket-unfinished-uploads
    }
  }
}

resource "aws_s3_bucket_replication_configuration" "careful" {
  bucket = aws_s3_bucket.careful.id
  role   = "arn:aws:iam::123456789012:role/replication"

  rule {
    id     = "all"
    status = "Enabled"

    destination {
      bucket = aws_s3_bucket.copy.arn
    }
  }
}

# the second bucket needs no third
resource "aws_s3_bucket" "copy" { # expect: not_applicable aws-s3-bucket-replication, secure aws-s3-bucket-lifecycle
  bucket = "copy"

  lifecycle_rule {
    enabled = true

    expiration {
      days = 400
    }
  }
}

resource "aws_s3_bucket" "old_form" { # expect: secure aws-s3-bucket-replication, unset aws-s3-bucket-lifecycle
  bucket_prefix = "old-form"

  replication_configuration {
    role = "arn:aws:iam::123456789012:role/replication"

    rules {
      id     = "all"
      status = "Enabled"

      destination {
        bucket = "arn:aws:s3:::second-copy"
      }
    }
  }
}

resource "aws_s3_bucket" "second_copy" { # expect: not_applicable aws-s3-bucket-replication, unset aws-s3-bucket-lifecycle
  bucket = "second-copy"
}

resource "aws_s3_bucket" "unknown" { # expect: unset aws-s3-bucket-replication, unknown aws-s3-bucket-lifecycle because var.text
  bucket = var.text                  # expect: unknown aws-s3-bucket-name-dots because var.text
}

resource "aws_s3_bucket_lifecycle_configuration" "unknown" {
  bucket = aws_s3_bucket.unknown.id

  rule {
    id     = "perhaps"
    status = var.text
    filter {}

    abort_incomplete_multipart_upload {
      days_after_initiation = 7 # expect: unknown aws-s3-bucket-unfinished-uploads because var.text
    }
  }
}

# Unfinished uploads of some objects only.
resource "aws_s3_bucket_lifecycle_configuration" "some" { # expect: unset aws-s3-bucket-unfinished-uploads
  bucket = "elsewhere"

  rule {
    id     = "end"
    status = "Enabled"

    filter {
      prefix = "uploads/"
    }

    abort_incomplete_multipart_upload {
      days_after_initiation = 7
    }
  }
}

# Policies.

resource "aws_s3_bucket_policy" "locked" {
  bucket = "locked"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Deny"
      Principal = "*" # expect: insecure aws-s3-bucket-policy-lockout
      Action    = "s3:*"
      Resource  = ["arn:aws:s3:::locked", "arn:aws:s3:::locked/*"]
    }]
  })
}

resource "aws_s3_bucket_policy" "locked_by_one" {
  bucket = "locked-by-one"
  policy = data.aws_iam_policy_document.locked.json
}

data "aws_iam_policy_document" "locked" {
  statement {
    effect    = "Deny"
    actions   = ["s3:PutBucketPolicy", "s3:DeleteBucketPolicy"]
    resources = ["arn:aws:s3:::locked-by-one"]

    principals {
      type        = "AWS"
      identifiers = ["*"] # expect: insecure aws-s3-bucket-policy-lockout
    }
  }
}

resource "aws_s3_bucket_policy" "narrowed" { # expect: secure aws-s3-bucket-policy-lockout
  bucket = "narrowed"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Deny"
        Principal = "*"
        Action    = "s3:*"
        Resource  = ["arn:aws:s3:::narrowed", "arn:aws:s3:::narrowed/*"]
        Condition = { Bool = { "aws:SecureTransport" = "false" } }
      },
      {
        Effect    = "Deny"
        Principal = "*"
        Action    = "s3:DeleteObject"
        Resource  = "arn:aws:s3:::narrowed/*"
      },
    ]
  })
}

# objects only: the policy itself is the bucket's
resource "aws_s3_bucket_policy" "objects" { # expect: secure aws-s3-bucket-policy-lockout
  bucket = "objects"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:*"
      Resource  = "arn:aws:s3:::objects/*"
    }]
  })
}

resource "aws_s3_bucket_policy" "unknown" {
  bucket = "unknown-policy"
  policy = var.text # expect: unknown aws-s3-bucket-policy-lockout because var.text
}

resource "aws_s3_bucket" "inline" { # expect: unset aws-s3-bucket-lifecycle, unset aws-s3-bucket-replication
  bucket = "inline"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Deny"
      Principal = { AWS = "*" } # expect: insecure aws-s3-bucket-policy-lockout
      Action    = "s3:Put*"
      Resource  = "arn:aws:s3:::inline"
    }]
  })
}
