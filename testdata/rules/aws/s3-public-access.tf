# The public access block of buckets, access points and the account's own that settles nothing here.

resource "aws_s3_bucket" "silent" { # expect: secure aws-s3-public-access-block-public-acls, secure aws-s3-public-access-restrict-public-buckets, unset aws-s3-bucket-block-stated
  bucket = "acme-silent"
}

resource "aws_s3_bucket" "closed" { # expect: secure aws-s3-bucket-block-stated
  bucket = "acme-closed"
}

resource "aws_s3_bucket_public_access_block" "closed" {
  bucket                  = aws_s3_bucket.closed.id
  block_public_acls       = true # expect: secure aws-s3-public-access-block-public-acls
  block_public_policy     = true # expect: secure aws-s3-public-access-block-public-policy
  ignore_public_acls      = true # expect: secure aws-s3-public-access-ignore-public-acls
  restrict_public_buckets = true # expect: secure aws-s3-public-access-restrict-public-buckets
}

# by name instead of reference, and one flag forgotten
resource "aws_s3_bucket" "half" { # expect: secure aws-s3-bucket-block-stated
  bucket = "acme-half"
}

resource "aws_s3_bucket_public_access_block" "half" { # expect: unset aws-s3-public-access-ignore-public-acls
  bucket                  = "acme-half"
  block_public_acls       = true
  block_public_policy     = false # expect: insecure aws-s3-public-access-block-public-policy
  restrict_public_buckets = true
}

# key to key over for_each, and not the sibling's
locals {
  sites = {
    shop = { block = true }
    blog = { block = true }
  }
}

resource "aws_s3_bucket" "site" { # expect: secure aws-s3-bucket-block-stated
  for_each = local.sites
  bucket   = "acme-${each.key}"
}

resource "aws_s3_bucket_public_access_block" "site" {
  for_each                = local.sites
  bucket                  = aws_s3_bucket.site[each.key].bucket
  block_public_acls       = each.value.block
  block_public_policy     = each.value.block
  ignore_public_acls      = each.value.block
  restrict_public_buckets = each.value.block
}

variable "restrict" {
  type = bool
}

resource "aws_s3_bucket" "undecided" {
  bucket = "acme-undecided"
}

resource "aws_s3_bucket_public_access_block" "undecided" {
  bucket                  = aws_s3_bucket.undecided.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = var.restrict # expect: unknown aws-s3-public-access-restrict-public-buckets because var.restrict
}

resource "aws_s3_access_point" "reports" { # expect: secure aws-s3-access-point-public-access-block-public-acls, secure aws-s3-access-point-public-access-block-public-policy
  bucket = aws_s3_bucket.closed.id
  name   = "reports"
}

resource "aws_s3_access_point" "partners" {
  bucket = aws_s3_bucket.closed.id
  name   = "partners"

  public_access_block_configuration {
    block_public_acls       = true
    block_public_policy     = false # expect: insecure aws-s3-access-point-public-access-block-public-policy
    ignore_public_acls      = true  # expect: secure aws-s3-access-point-public-access-ignore-public-acls
    restrict_public_buckets = false # expect: insecure aws-s3-access-point-public-access-restrict-public-buckets
  }
}

resource "aws_s3_access_point" "undecided" {
  bucket = aws_s3_bucket.closed.id
  name   = "undecided"

  public_access_block_configuration {
    block_public_policy = var.restrict # expect: unknown aws-s3-access-point-public-access-block-public-policy because var.restrict
  }
}

# the buckets are another root module's
resource "aws_s3_bucket_public_access_block" "elsewhere" { # expect: unset aws-s3-public-access-ignore-public-acls, unset aws-s3-public-access-restrict-public-buckets
  bucket              = "acme-elsewhere"
  block_public_acls   = true  # expect: secure aws-s3-public-access-block-public-acls
  block_public_policy = false # expect: insecure aws-s3-public-access-block-public-policy
}
