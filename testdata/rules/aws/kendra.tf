# Indexes.

variable "text" {
  type = string
}

resource "aws_kms_key" "own" {
  enable_key_rotation = true
}

resource "aws_kendra_index" "silent" { # expect: unset aws-kendra-customer-key
  name     = "silent"
  role_arn = "arn:aws:iam::123456789012:role/search"
}

resource "aws_kendra_index" "own" {
  name     = "own"
  role_arn = "arn:aws:iam::123456789012:role/search"

  server_side_encryption_configuration {
    kms_key_id = aws_kms_key.own.arn # expect: secure aws-kendra-customer-key
  }
}

resource "aws_kendra_index" "named" {
  name     = "named"
  role_arn = "arn:aws:iam::123456789012:role/search"

  server_side_encryption_configuration {
    kms_key_id = "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab" # expect: secure aws-kendra-customer-key
  }
}

resource "aws_kendra_index" "unknown" {
  name     = "unknown"
  role_arn = "arn:aws:iam::123456789012:role/search"

  server_side_encryption_configuration {
    kms_key_id = var.text # expect: unknown aws-kendra-customer-key because var.text
  }
}
