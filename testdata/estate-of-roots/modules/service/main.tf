resource "aws_security_group" "this" {
  name        = var.name
  description = "Clients of ${var.name}"

  ingress {
    description = "SSH"
    cidr_blocks = var.cidrs
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
  }
}

resource "aws_s3_bucket" "this" {
  bucket = "example-service-${var.name}"
}

resource "aws_s3_bucket_public_access_block" "this" {
  bucket = aws_s3_bucket.this.id

  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}
