# Log groups.

variable "days" {
  type = number
}

variable "key" {
  type = string
}

resource "aws_cloudwatch_log_group" "silent" { # expect: secure aws-cloudwatch-log-retention, unset aws-cloudwatch-log-customer-key
  name = "silent"
}

resource "aws_cloudwatch_log_group" "short" { # expect: unset aws-cloudwatch-log-customer-key
  name              = "short"
  retention_in_days = 14 # expect: insecure aws-cloudwatch-log-retention
}

resource "aws_kms_key" "logs" {
  description = "logs"
}

resource "aws_cloudwatch_log_group" "year" {
  for_each          = toset(["shop", "mail"])
  name              = each.key
  retention_in_days = 365                  # expect: secure aws-cloudwatch-log-retention
  kms_key_id        = aws_kms_key.logs.arn # expect: secure aws-cloudwatch-log-customer-key
}

resource "aws_cloudwatch_log_group" "for_ever" {
  name              = "for-ever"
  retention_in_days = 0 # expect: secure aws-cloudwatch-log-retention
  kms_key_id        = aws_kms_key.logs.arn
}

resource "aws_cloudwatch_log_group" "unknown" {
  name              = "unknown"
  retention_in_days = var.days # expect: unknown aws-cloudwatch-log-retention because var.days
  kms_key_id        = var.key  # expect: unknown aws-cloudwatch-log-customer-key because var.key
}
