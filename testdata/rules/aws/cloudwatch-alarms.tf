# How long is stated, and alarms that may act.

variable "days" {
  type = number
}

variable "flag" {
  type = bool
}

resource "aws_cloudwatch_log_group" "silent" { # expect: unset aws-cloudwatch-log-retention-stated
  name = "silent"
}

resource "aws_cloudwatch_log_group" "for_ever" {
  name              = "for-ever"
  retention_in_days = 0 # expect: insecure aws-cloudwatch-log-retention-stated
}

resource "aws_cloudwatch_log_group" "year" {
  for_each          = toset(["shop", "mail"])
  name              = each.key
  retention_in_days = 365 # expect: secure aws-cloudwatch-log-retention-stated
}

resource "aws_cloudwatch_log_group" "unknown" {
  name              = "unknown"
  retention_in_days = var.days # expect: unknown aws-cloudwatch-log-retention-stated because var.days
}

resource "aws_cloudwatch_metric_alarm" "silent" { # expect: secure aws-cloudwatch-alarm-actions
  alarm_name          = "silent"
  metric_name         = "Errors"
  namespace           = "AWS/Lambda"
  comparison_operator = "GreaterThanOrEqualToThreshold"
  evaluation_periods  = 1
  threshold           = 1
}

resource "aws_cloudwatch_metric_alarm" "off" {
  alarm_name          = "off"
  metric_name         = "Errors"
  namespace           = "AWS/Lambda"
  comparison_operator = "GreaterThanOrEqualToThreshold"
  evaluation_periods  = 1
  threshold           = 1
  actions_enabled     = false # expect: insecure aws-cloudwatch-alarm-actions
}

resource "aws_cloudwatch_metric_alarm" "on" {
  alarm_name          = "on"
  metric_name         = "Errors"
  namespace           = "AWS/Lambda"
  comparison_operator = "GreaterThanOrEqualToThreshold"
  evaluation_periods  = 1
  threshold           = 1
  actions_enabled     = true # expect: secure aws-cloudwatch-alarm-actions
}

resource "aws_cloudwatch_metric_alarm" "unknown" {
  alarm_name          = "unknown"
  metric_name         = "Errors"
  namespace           = "AWS/Lambda"
  comparison_operator = "GreaterThanOrEqualToThreshold"
  evaluation_periods  = 1
  threshold           = 1
  actions_enabled     = var.flag # expect: unknown aws-cloudwatch-alarm-actions because var.flag
}
