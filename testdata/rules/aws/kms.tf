# Keys of one's own.

variable "flag" {
  type = bool
}

variable "days" {
  type = number
}

resource "aws_kms_key" "silent" { # expect: unset aws-kms-rotation, secure aws-kms-deletion-window
  description = "silent"
}

resource "aws_kms_key" "fixed" {
  description             = "fixed"
  enable_key_rotation     = false # expect: insecure aws-kms-rotation
  deletion_window_in_days = 7     # expect: insecure aws-kms-deletion-window
}

resource "aws_kms_key" "rotating" {
  for_each = toset(["orders", "people"])

  description             = each.key
  enable_key_rotation     = true # expect: secure aws-kms-rotation
  deletion_window_in_days = 30   # expect: secure aws-kms-deletion-window
}

resource "aws_kms_key" "unknown" {
  description             = "unknown"
  enable_key_rotation     = var.flag # expect: unknown aws-kms-rotation because var.flag
  deletion_window_in_days = var.days # expect: unknown aws-kms-deletion-window because var.days
}

resource "aws_kms_key" "signing" { # expect: not_applicable aws-kms-rotation
  description              = "signing"
  key_usage                = "SIGN_VERIFY"
  customer_master_key_spec = "ECC_NIST_P256"
}

resource "aws_kms_key" "hmac" { # expect: not_applicable aws-kms-rotation
  description              = "hmac"
  key_usage                = "GENERATE_VERIFY_MAC"
  customer_master_key_spec = "HMAC_256"
}

resource "aws_kms_replica_key" "elsewhere" {
  description             = "elsewhere"
  primary_key_arn         = "arn:aws:kms:eu-west-1:123456789012:key/mrk-0123456789abcdef0123456789abcdef"
  deletion_window_in_days = 10 # expect: insecure aws-kms-deletion-window
}
