# Keys of objects that Terraform writes.

variable "key" {
  type = string
}

resource "aws_kms_key" "files" {
  description = "files"
}

resource "aws_s3_bucket" "plain" {
  bucket = "plain"
}

resource "aws_s3_bucket" "keyed" {
  bucket = "keyed"
}

resource "aws_s3_bucket_server_side_encryption_configuration" "keyed" {
  bucket = aws_s3_bucket.keyed.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.files.arn # expect: secure aws-s3-object-customer-key
    }
  }
}

resource "aws_s3_object" "silent" { # expect: unset aws-s3-object-customer-key
  bucket  = aws_s3_bucket.plain.id
  key     = "silent.txt"
  content = "hello"
}

resource "aws_s3_object" "of_the_bucket" {
  bucket  = aws_s3_bucket.keyed.id
  key     = "of-the-bucket.txt"
  content = "hello"
}

# what the object says goes before what the bucket says
resource "aws_s3_object" "its_own_way" { # expect: unset aws-s3-object-customer-key
  bucket                 = aws_s3_bucket.keyed.id
  key                    = "its-own-way.txt"
  content                = "hello"
  server_side_encryption = "AES256"
}

resource "aws_s3_object" "key_of_aws" { # expect: unset aws-s3-object-customer-key
  bucket                 = aws_s3_bucket.keyed.id
  key                    = "key-of-aws.txt"
  content                = "hello"
  server_side_encryption = "aws:kms"
}

resource "aws_s3_bucket" "old_form" {
  bucket = "old-form"

  server_side_encryption_configuration {
    rule {
      apply_server_side_encryption_by_default {
        sse_algorithm     = "aws:kms"
        kms_master_key_id = "arn:aws:kms:eu-central-1:123456789012:key/files" # expect: secure aws-s3-object-customer-key
      }
    }
  }
}

resource "aws_s3_object" "of_the_old_bucket" {
  bucket  = aws_s3_bucket.old_form.id
  key     = "of-the-old-bucket.txt"
  content = "hello"
}

# nobody can say what a bucket does that is not here
resource "aws_s3_object" "elsewhere" { # expect: unknown aws-s3-object-customer-key
  bucket  = "elsewhere"
  key     = "elsewhere.txt"
  content = "hello"
}

resource "aws_s3_object" "own" {
  bucket     = aws_s3_bucket.plain.id
  key        = "own.txt"
  content    = "hello"
  kms_key_id = aws_kms_key.files.arn # expect: secure aws-s3-object-customer-key
}

resource "aws_s3_bucket_object" "old" { # expect: unset aws-s3-object-customer-key
  bucket  = aws_s3_bucket.plain.id
  key     = "old.txt"
  content = "hello"
}

resource "aws_s3_object_copy" "copied" {
  bucket     = aws_s3_bucket.plain.id
  key        = "copied.txt"
  source     = "elsewhere/copied.txt"
  kms_key_id = "arn:aws:kms:eu-central-1:123456789012:key/files" # expect: secure aws-s3-object-customer-key
}

resource "aws_s3_object" "unknown" {
  bucket     = aws_s3_bucket.plain.id
  key        = "unknown.txt"
  content    = "hello"
  kms_key_id = var.key # expect: unknown aws-s3-object-customer-key because var.key
}
