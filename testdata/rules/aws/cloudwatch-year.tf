# A year of logs.

variable "days" {
  type = number
}

resource "aws_cloudwatch_log_group" "silent" { # expect: unset aws-cloudwatch-log-retention-year
  name = "silent"
}

resource "aws_cloudwatch_log_group" "quarter" {
  name              = "quarter"
  retention_in_days = 90 # expect: insecure aws-cloudwatch-log-retention-year
}

resource "aws_cloudwatch_log_group" "year" {
  name              = "year"
  retention_in_days = 365 # expect: secure aws-cloudwatch-log-retention-year
}

resource "aws_cloudwatch_log_group" "ever" {
  name              = "ever"
  retention_in_days = 0 # expect: secure aws-cloudwatch-log-retention-year
}

resource "aws_cloudwatch_log_group" "unknown" {
  name              = "unknown"
  retention_in_days = var.days # expect: unknown aws-cloudwatch-log-retention-year because var.days
}
