# Who may reach a bucket or an object by its access control list.

resource "aws_s3_bucket" "silent" { # expect: secure aws-s3-bucket-acl
  bucket = "acme-silent"
}

resource "aws_s3_bucket" "inline" {
  bucket = "acme-inline"
  acl    = "public-read-write" # expect: insecure aws-s3-bucket-acl
}

resource "aws_s3_bucket" "private" {
  bucket = "acme-private"
}

resource "aws_s3_bucket_acl" "private" {
  bucket = aws_s3_bucket.private.id
  acl    = "private" # expect: secure aws-s3-bucket-acl
}

resource "aws_s3_bucket" "apart" {
  bucket = "acme-apart"
}

resource "aws_s3_bucket_acl" "apart" {
  bucket = aws_s3_bucket.apart.id
  acl    = "authenticated-read" # expect: insecure aws-s3-bucket-acl
}

variable "acl" {
  type = string
}

resource "aws_s3_bucket" "undecided" {
  bucket = "acme-undecided"
}

resource "aws_s3_bucket_acl" "undecided" {
  bucket = aws_s3_bucket.undecided.id
  acl    = var.acl # expect: unknown aws-s3-bucket-acl because var.acl
}

# the block makes the list harmless
resource "aws_s3_bucket" "ignored" { # expect: not_applicable aws-s3-bucket-acl
  bucket = "acme-ignored"
}

resource "aws_s3_bucket_acl" "ignored" {
  bucket = aws_s3_bucket.ignored.id
  acl    = "public-read"
}

resource "aws_s3_bucket_public_access_block" "ignored" {
  bucket                  = aws_s3_bucket.ignored.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

# the bucket is another root module's
resource "aws_s3_bucket_acl" "elsewhere" {
  bucket = "acme-elsewhere"
  acl    = "public-read" # expect: insecure aws-s3-bucket-acl
}

resource "aws_s3_bucket_acl" "elsewhere_private" {
  bucket = "acme-elsewhere-private"
  acl    = "private" # expect: secure aws-s3-bucket-acl
}

# Grants.

resource "aws_s3_bucket" "granted" {
  bucket = "acme-granted"

  grant {
    type        = "Group"
    permissions = ["READ_ACP"]
    uri         = "http://acs.amazonaws.com/groups/global/AllUsers" # expect: insecure aws-s3-acl-grant
  }

  grant { # expect: secure aws-s3-acl-grant
    id          = "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be"
    type        = "CanonicalUser"
    permissions = ["FULL_CONTROL"]
  }
}

resource "aws_s3_bucket" "delivered" {
  bucket = "acme-delivered"
}

resource "aws_s3_bucket_acl" "delivered" {
  bucket = aws_s3_bucket.delivered.id

  access_control_policy {
    grant {
      permission = "WRITE"
      grantee {
        type = "Group"
        uri  = "http://acs.amazonaws.com/groups/s3/LogDelivery" # expect: secure aws-s3-acl-grant
      }
    }

    grant {
      permission = "READ"
      grantee {
        type = "Group"
        uri  = "http://acs.amazonaws.com/groups/global/AuthenticatedUsers" # expect: insecure aws-s3-acl-grant
      }
    }

    grant {
      permission = "READ"
      grantee {
        type = "Group"
        uri  = var.acl # expect: unknown aws-s3-acl-grant because var.acl
      }
    }

    owner {
      id = "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be"
    }
  }
}

# Objects.

resource "aws_s3_object" "price_list" {
  bucket = "acme-private"
  key    = "prices.pdf"
  source = "prices.pdf"
  acl    = "public-read" # expect: insecure aws-s3-object-acl
}

resource "aws_s3_object" "contract" { # expect: secure aws-s3-object-acl
  bucket = "acme-private"
  key    = "contract.pdf"
  source = "contract.pdf"
}

resource "aws_s3_object_copy" "copy" {
  bucket = "acme-private"
  key    = "copy.pdf"
  source = "acme-private/contract.pdf"
  acl    = "bucket-owner-full-control" # expect: secure aws-s3-object-acl
}

resource "aws_s3_object" "undecided" {
  bucket = "acme-private"
  key    = "x.pdf"
  source = "x.pdf"
  acl    = var.acl # expect: unknown aws-s3-object-acl because var.acl
}

# Ownership.

resource "aws_s3_bucket_ownership_controls" "enforced" {
  bucket = aws_s3_bucket.private.id
  rule {
    object_ownership = "BucketOwnerEnforced" # expect: secure aws-s3-acl-disabled
  }
}

resource "aws_s3_bucket_ownership_controls" "preferred" {
  bucket = aws_s3_bucket.apart.id
  rule {
    object_ownership = "BucketOwnerPreferred" # expect: insecure aws-s3-acl-disabled
  }
}

resource "aws_s3_bucket_ownership_controls" "undecided" {
  bucket = aws_s3_bucket.undecided.id
  rule {
    object_ownership = var.acl # expect: unknown aws-s3-acl-disabled because var.acl
  }
}
