# What a bucket's objects are encrypted with.

resource "aws_s3_bucket" "silent" { # expect: secure aws-s3-bucket-encryption, unset aws-s3-bucket-customer-key
  bucket = "acme-silent"
}

resource "aws_s3_bucket" "managed" {
  bucket = "acme-managed"
}

resource "aws_s3_bucket_server_side_encryption_configuration" "managed" { # expect: unset aws-s3-bucket-customer-key
  bucket = aws_s3_bucket.managed.id
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256" # expect: secure aws-s3-bucket-encryption
    }
  }
}

resource "aws_kms_key" "own" {
  description = "objects"
}

resource "aws_s3_bucket" "own" {
  bucket = "acme-own"
}

resource "aws_s3_bucket_server_side_encryption_configuration" "own" {
  bucket = aws_s3_bucket.own.id
  rule {
    bucket_key_enabled = true
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.own.arn # expect: secure aws-s3-bucket-customer-key
    }
  }
}

resource "aws_s3_bucket" "inline" {
  bucket = "acme-inline"
  server_side_encryption_configuration {
    rule {
      apply_server_side_encryption_by_default {
        sse_algorithm     = "aws:kms:dsse"       # expect: secure aws-s3-bucket-encryption
        kms_master_key_id = "alias/acme-objects" # expect: secure aws-s3-bucket-customer-key
      }
    }
  }
}

resource "aws_s3_bucket" "misspelt" {
  bucket = "acme-misspelt"
  server_side_encryption_configuration {
    rule {
      apply_server_side_encryption_by_default { # expect: unset aws-s3-bucket-customer-key
        sse_algorithm = "none"                  # expect: insecure aws-s3-bucket-encryption
      }
    }
  }
}

variable "algorithm" {
  type = string
}

variable "key" {
  type = string
}

resource "aws_s3_bucket" "undecided" {
  bucket = "acme-undecided"
}

resource "aws_s3_bucket_server_side_encryption_configuration" "undecided" {
  bucket = aws_s3_bucket.undecided.id
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = var.algorithm # expect: unknown aws-s3-bucket-encryption because var.algorithm
      kms_master_key_id = var.key       # expect: unknown aws-s3-bucket-customer-key because var.key
    }
  }
}
