# How often secrets change, and what others may do with them.

variable "days" {
  type = number
}

variable "policy" {
  type = string
}

resource "aws_secretsmanager_secret_rotation" "monthly" {
  secret_id = "monthly"

  rotation_rules {
    automatically_after_days = 30 # expect: secure aws-secretsmanager-rotation-interval
  }
}

resource "aws_secretsmanager_secret_rotation" "yearly" {
  secret_id = "yearly"

  rotation_rules {
    automatically_after_days = 365 # expect: insecure aws-secretsmanager-rotation-interval
  }
}

resource "aws_secretsmanager_secret_rotation" "by_rate" {
  secret_id = "by-rate"

  rotation_rules {
    schedule_expression = "rate(10 days)" # expect: secure aws-secretsmanager-rotation-interval
  }
}

resource "aws_secretsmanager_secret_rotation" "by_slow_rate" {
  secret_id = "by-slow-rate"

  rotation_rules {
    schedule_expression = "rate(120 days)" # expect: insecure aws-secretsmanager-rotation-interval
  }
}

resource "aws_secretsmanager_secret_rotation" "by_cron" {
  secret_id = "by-cron"

  rotation_rules {
    schedule_expression = "cron(0 8 1 * ? *)" # expect: secure aws-secretsmanager-rotation-interval
  }
}

resource "aws_secretsmanager_secret_rotation" "unknown" {
  secret_id = "unknown"

  rotation_rules {
    automatically_after_days = var.days # expect: unknown aws-secretsmanager-rotation-interval because var.days
  }
}

resource "aws_secretsmanager_secret" "silent" { # expect: secure aws-secretsmanager-policy-wildcard
  name = "silent"
}

resource "aws_secretsmanager_secret_policy" "narrow" { # expect: secure aws-secretsmanager-policy-wildcard
  secret_arn = aws_secretsmanager_secret.silent.arn

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "secretsmanager:GetSecretValue"
      Resource  = "*"
      Principal = { AWS = "arn:aws:iam::123456789012:role/shop" }
    }]
  })
}

resource "aws_secretsmanager_secret_policy" "wide" {
  secret_arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:wide"

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "secretsmanager:*" # expect: insecure aws-secretsmanager-policy-wildcard
      Resource  = "*"
      Principal = { AWS = "arn:aws:iam::123456789012:role/shop" }
    }]
  })
}

resource "aws_secretsmanager_secret" "inline" {
  name = "inline"

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = ["secretsmanager:GetSecretValue", "*"] # expect: insecure aws-secretsmanager-policy-wildcard
      Resource  = "*"
      Principal = { AWS = "arn:aws:iam::123456789012:role/shop" }
    }]
  })
}

resource "aws_secretsmanager_secret" "unknown" {
  name   = "unknown"
  policy = var.policy # expect: unknown aws-secretsmanager-policy-wildcard because var.policy
}
