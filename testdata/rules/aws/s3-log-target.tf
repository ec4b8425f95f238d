# Where the log goes is known to the caller alone, and it may be this very bucket.

variable "log_bucket" {
  type = string
}

resource "aws_s3_bucket" "undecided" {
  bucket = "acme-undecided"
}

resource "aws_s3_bucket_logging" "undecided" {
  bucket        = aws_s3_bucket.undecided.id
  target_bucket = var.log_bucket # expect: unknown aws-s3-bucket-logging because var.log_bucket
  target_prefix = "logs/"
}
