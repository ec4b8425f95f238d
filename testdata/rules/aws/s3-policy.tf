# Bucket policies: whom they let in, and whether they refuse plain HTTP.

resource "aws_s3_bucket" "none" { # expect: unset aws-s3-tls-only, secure aws-s3-policy-public
  bucket = "acme-none"
}

resource "aws_s3_bucket" "public" {
  bucket = "acme-public"
}

resource "aws_s3_bucket_policy" "public" { # expect: unset aws-s3-tls-only
  bucket = aws_s3_bucket.public.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "Everyone"
        Effect    = "Allow"
        Principal = "*" # expect: insecure aws-s3-policy-public
        Action    = "s3:GetObject"
        Resource  = "${aws_s3_bucket.public.arn}/*"
      },
      {
        Sid       = "Reports"
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::123456789012:role/reports" }
        Action    = "s3:GetObject"
        Resource  = "${aws_s3_bucket.public.arn}/*"
      },
    ]
  })
}

resource "aws_s3_bucket" "heredoc" { # expect: unset aws-s3-tls-only
  bucket = "acme-heredoc"
  # expect(+6): insecure aws-s3-policy-public
  policy = <<-POLICY
    {
      "Version": "2012-10-17",
      "Statement": {
        "Effect": "Allow",
        "Principal": {"AWS": ["*"]},
        "Action": ["s3:*"],
        "Resource": "arn:aws:s3:::acme-heredoc/*"
      }
    }
  POLICY
}

# a public access block confines it
resource "aws_s3_bucket" "restricted" {
  bucket = "acme-restricted"
}

resource "aws_s3_bucket_public_access_block" "restricted" {
  bucket                  = aws_s3_bucket.restricted.id
  restrict_public_buckets = true
}

resource "aws_s3_bucket_policy" "restricted" { # expect: unset aws-s3-tls-only, not_applicable aws-s3-policy-public
  bucket = aws_s3_bucket.restricted.id
  policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "s3:GetObject"
      Resource  = "arn:aws:s3:::acme-restricted/*"
    }]
  })
}

# a condition confines it, and a second statement asks for TLS
resource "aws_s3_bucket" "organisation" { # expect: secure aws-s3-tls-only
  bucket = "acme-organisation"
}

data "aws_iam_policy_document" "organisation" {
  source_policy_documents = [data.aws_iam_policy_document.tls.json]

  statement {
    actions   = ["s3:GetObject"]
    resources = ["${aws_s3_bucket.organisation.arn}/*"]

    principals {
      type        = "AWS"
      identifiers = ["*"] # expect: secure aws-s3-policy-public
    }

    condition {
      test     = "StringEquals"
      variable = "aws:PrincipalOrgID"
      values   = ["o-a1b2c3d4e5"]
    }
  }
}

data "aws_iam_policy_document" "tls" {
  statement {
    sid       = "PlainHttp"
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = ["*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }
}

resource "aws_s3_bucket_policy" "organisation" {
  bucket = aws_s3_bucket.organisation.bucket
  policy = data.aws_iam_policy_document.organisation.json
}

resource "aws_s3_bucket" "inline" { # expect: secure aws-s3-tls-only, not_applicable aws-s3-policy-public
  bucket = "acme-inline"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:*"
      Resource  = ["arn:aws:s3:::acme-inline", "arn:aws:s3:::acme-inline/*"]
      Condition = { Bool = { "aws:SecureTransport" = false } }
    }]
  })
}

variable "policy" {
  type = string
}

resource "aws_s3_bucket" "undecided" {
  bucket = "acme-undecided"
}

resource "aws_s3_bucket_policy" "undecided" { # expect: unknown aws-s3-tls-only because var.policy
  bucket = aws_s3_bucket.undecided.id
  policy = var.policy # expect: unknown aws-s3-policy-public because var.policy
}

# website endpoints cannot speak TLS
resource "aws_s3_bucket" "website" { # expect: not_applicable aws-s3-tls-only
  bucket = "www.acme.example"
}

resource "aws_s3_bucket_website_configuration" "website" {
  bucket = aws_s3_bucket.website.id
  index_document {
    suffix = "index.html"
  }
}

# Scripts of foreign sites.

resource "aws_s3_bucket_cors_configuration" "uploads" {
  bucket = aws_s3_bucket.organisation.id

  cors_rule {
    allowed_methods = ["GET", "PUT"]
    allowed_origins = ["*"] # expect: insecure aws-s3-cors-writes
  }

  cors_rule { # expect: not_applicable aws-s3-cors-writes
    allowed_methods = ["GET", "HEAD"]
    allowed_origins = ["*"]
  }

  cors_rule {
    allowed_methods = ["POST"]
    allowed_origins = ["https://shop.acme.example"] # expect: secure aws-s3-cors-writes
  }

  cors_rule {
    allowed_methods = ["DELETE"]
    allowed_origins = [var.policy] # expect: unknown aws-s3-cors-writes because var.policy
  }
}

resource "aws_s3_bucket" "cors" { # expect: unset aws-s3-tls-only
  bucket = "acme-cors"

  cors_rule {
    allowed_methods = ["POST"]
    allowed_origins = ["https://shop.acme.example", "*"] # expect: insecure aws-s3-cors-writes
  }
}
