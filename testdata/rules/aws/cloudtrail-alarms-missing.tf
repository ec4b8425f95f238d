# Trails that nobody watches, or not for all.

variable "pattern" {
  type = string
}

variable "group" {
  type = string
}

resource "aws_cloudwatch_log_group" "silent" {
  name = "silent"
}

resource "aws_cloudtrail" "silent" { # expect: unset aws-cloudtrail-alarm-trail, unset aws-cloudtrail-alarm-kms-keys, unset aws-cloudtrail-alarm-root-user
  name                       = "silent"
  s3_bucket_name             = "acme-trail"
  is_multi_region_trail      = true
  cloud_watch_logs_group_arn = "${aws_cloudwatch_log_group.silent.arn}:*"
}

# its metric raises no alarm
resource "aws_cloudwatch_log_metric_filter" "silent" {
  name           = "keys-of-nobody"
  log_group_name = aws_cloudwatch_log_group.silent.name
  pattern        = "{ ($.eventName = DisableKey) || ($.eventName = ScheduleKeyDeletion) }"

  metric_transformation {
    name      = "keys-of-nobody"
    namespace = "CIS"
    value     = "1"
  }
}

resource "aws_cloudwatch_log_group" "half" {
  name = "half"
}

resource "aws_cloudtrail" "half" { # expect: unset aws-cloudtrail-alarm-trail, unset aws-cloudtrail-alarm-root-user
  name                       = "half"
  s3_bucket_name             = "acme-trail"
  is_multi_region_trail      = true
  cloud_watch_logs_group_arn = "${aws_cloudwatch_log_group.half.arn}:*"
}

resource "aws_cloudwatch_log_metric_filter" "half" {
  name           = "half"
  log_group_name = aws_cloudwatch_log_group.half.name
  pattern        = "{ ($.eventSource = kms.amazonaws.com) && ($.eventName = ScheduleKeyDeletion) && ($.userIdentity.type != \"Root\") }" # expect: insecure aws-cloudtrail-alarm-kms-keys

  metric_transformation {
    name      = "half"
    namespace = "CIS"
    value     = "1"
  }
}

resource "aws_cloudwatch_metric_alarm" "half" {
  alarm_name          = "half-alarm"
  metric_name         = "half"
  namespace           = "CIS"
  comparison_operator = "GreaterThanOrEqualToThreshold"
  evaluation_periods  = 1
  threshold           = 1
}

resource "aws_cloudwatch_log_group" "open" {
  name = "open"
}

resource "aws_cloudtrail" "open" { # expect: unknown aws-cloudtrail-alarm-trail because var.pattern, unknown aws-cloudtrail-alarm-kms-keys because var.pattern, unknown aws-cloudtrail-alarm-root-user because var.pattern
  name                       = "open"
  s3_bucket_name             = "acme-trail"
  is_multi_region_trail      = true
  cloud_watch_logs_group_arn = "${aws_cloudwatch_log_group.open.arn}:*"
}

resource "aws_cloudwatch_log_metric_filter" "open" {
  name           = "open"
  log_group_name = aws_cloudwatch_log_group.open.name
  pattern        = var.pattern

  metric_transformation {
    name      = "open"
    namespace = "CIS"
    value     = "1"
  }
}

resource "aws_cloudwatch_metric_alarm" "open" {
  alarm_name          = "open-alarm"
  metric_name         = "open"
  namespace           = "CIS"
  comparison_operator = "GreaterThanOrEqualToThreshold"
  evaluation_periods  = 1
  threshold           = 1
}

# no place for the account's alarms

resource "aws_cloudtrail" "one_region" { # expect: not_applicable aws-cloudtrail-alarm-trail, not_applicable aws-cloudtrail-alarm-kms-keys, not_applicable aws-cloudtrail-alarm-root-user
  name                       = "one-region"
  s3_bucket_name             = "acme-trail"
  cloud_watch_logs_group_arn = "${aws_cloudwatch_log_group.silent.arn}:*"
}

resource "aws_cloudtrail" "elsewhere" { # expect: not_applicable aws-cloudtrail-alarm-trail
  name                       = "elsewhere"
  s3_bucket_name             = "acme-trail"
  is_multi_region_trail      = true
  cloud_watch_logs_group_arn = "arn:aws:logs:eu-central-1:123456789012:log-group:of-others:*"
}

resource "aws_cloudtrail" "objects" { # expect: not_applicable aws-cloudtrail-alarm-trail
  name                       = "objects"
  s3_bucket_name             = "acme-trail"
  is_multi_region_trail      = true
  cloud_watch_logs_group_arn = "${aws_cloudwatch_log_group.silent.arn}:*"

  event_selector {
    include_management_events = false

    data_resource {
      type   = "AWS::S3::Object"
      values = ["arn:aws:s3"]
    }
  }
}

resource "aws_cloudtrail" "some_group" { # expect: unknown aws-cloudtrail-alarm-trail because var.group, unknown aws-cloudtrail-alarm-kms-keys because var.group, unknown aws-cloudtrail-alarm-root-user because var.group
  name                       = "some-group"
  s3_bucket_name             = "acme-trail"
  is_multi_region_trail      = true
  cloud_watch_logs_group_arn = var.group
}
