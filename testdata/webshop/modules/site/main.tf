# Pages of one market: the first bucket is served, the others hold the releases before it.

locals {
  origins = { for n, bucket in aws_s3_bucket.b : "release-${n}" => bucket }
}

# onus: ignore[aws-s3-bucket-versioning, aws-s3-bucket-customer-key] -- pages are public and rebuilt from the repository
resource "aws_s3_bucket" "b" {
  count  = var.buckets
  bucket = "${var.name}-pages-${count.index}"
}

resource "aws_s3_bucket_public_access_block" "b" {
  for_each = local.origins

  bucket                  = each.value.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_logging" "b" {
  count = var.buckets

  bucket        = aws_s3_bucket.b[count.index].id
  target_bucket = var.log_bucket
  target_prefix = "${var.name}-${count.index}/"
}

resource "aws_s3_bucket_policy" "b" {
  count = var.buckets

  bucket = aws_s3_bucket.b[count.index].id
  policy = data.aws_iam_policy_document.b[count.index].json
}

data "aws_iam_policy_document" "b" {
  count = var.buckets

  statement {
    sid       = "Pages"
    actions   = ["s3:GetObject"]
    resources = ["${aws_s3_bucket.b[count.index].arn}/*"]

    principals {
      type        = "Service"
      identifiers = ["cloudfront.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceArn"
      values   = [aws_cloudfront_distribution.this.arn]
    }
  }

  statement {
    sid       = "OnlyTls"
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = [aws_s3_bucket.b[count.index].arn, "${aws_s3_bucket.b[count.index].arn}/*"]

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
