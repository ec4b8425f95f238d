# Who may use keys, and whether they can be used.

variable "flag" {
  type = bool
}

variable "policy" {
  type = string
}

variable "admin" {
  type = string
}

data "aws_caller_identity" "current" {}

resource "aws_kms_key" "silent" { # expect: secure aws-kms-enabled, unset aws-kms-policy-stated, secure aws-kms-policy-wildcard, secure aws-kms-policy-principal
  description = "silent"
}

resource "aws_kms_key" "off" { # expect: unset aws-kms-policy-stated
  description = "off"
  is_enabled  = false # expect: insecure aws-kms-enabled
}

resource "aws_kms_key" "unknown" {
  description = "unknown"
  is_enabled  = var.flag   # expect: unknown aws-kms-enabled because var.flag
  policy      = var.policy # expect: unknown aws-kms-policy-stated because var.policy, unknown aws-kms-policy-wildcard because var.policy, unknown aws-kms-policy-principal because var.policy
}

resource "aws_kms_key" "narrow" { # expect: secure aws-kms-policy-wildcard, secure aws-kms-policy-principal
  description = "narrow"
  is_enabled  = true # expect: secure aws-kms-enabled

  policy = jsonencode({ # expect: secure aws-kms-policy-stated
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Action    = "kms:*"
        Resource  = "*"
        Principal = { AWS = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:root" }
      },
      {
        Effect    = "Allow"
        Action    = "kms:*"
        Resource  = "*"
        Principal = { AWS = "123456789012" }
      },
      {
        Effect    = "Allow"
        Action    = ["kms:Encrypt", "kms:GenerateDataKey*"]
        Resource  = "*"
        Principal = { AWS = "arn:aws:iam::123456789012:role/shop" }
      },
    ]
  })
}

resource "aws_kms_key" "wide" {
  description = "wide"

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Action    = "kms:*"
        Resource  = "*"
        Principal = { AWS = "arn:aws:iam::123456789012:role/shop" } # expect: insecure aws-kms-policy-wildcard
      },
    ]
  })
}

resource "aws_kms_key" "open" {
  description = "open"

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Action    = "kms:*"
        Resource  = "*"
        Principal = { AWS = var.admin } # expect: unknown aws-kms-policy-wildcard because var.admin
      },
    ]
  })
}

resource "aws_kms_key" "apart" {
  description = "apart"
}

resource "aws_kms_key_policy" "apart" {
  key_id = aws_kms_key.apart.id

  policy = jsonencode({ # expect: secure aws-kms-policy-stated
    Version = "2012-10-17"
    Statement = [
      { # expect: insecure aws-kms-policy-principal
        Effect   = "Allow"
        Action   = "kms:Decrypt"
        Resource = "*"
      },
    ]
  })
}
