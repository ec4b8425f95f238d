# Trails.

variable "flag" {
  type = bool
}

variable "arn" {
  type = string
}

resource "aws_cloudtrail" "silent" { # expect: unset aws-cloudtrail-multi-region, secure aws-cloudtrail-enabled, secure aws-cloudtrail-global-events, unset aws-cloudtrail-validation, unset aws-cloudtrail-customer-key, unset aws-cloudtrail-log-group
  name           = "silent"
  s3_bucket_name = "acme-trail"
}

resource "aws_cloudtrail" "off" { # expect: unset aws-cloudtrail-customer-key, unset aws-cloudtrail-log-group
  name                          = "off"
  s3_bucket_name                = "acme-trail"
  is_multi_region_trail         = false # expect: insecure aws-cloudtrail-multi-region
  enable_logging                = false # expect: insecure aws-cloudtrail-enabled
  include_global_service_events = false # expect: insecure aws-cloudtrail-global-events
  enable_log_file_validation    = false # expect: insecure aws-cloudtrail-validation
}

resource "aws_kms_key" "trail" {
  description = "trail"
}

resource "aws_cloudwatch_log_group" "trail" {
  name = "trail"
}

resource "aws_cloudtrail" "on" {
  name                          = "on"
  s3_bucket_name                = "acme-trail"
  is_multi_region_trail         = true                                      # expect: secure aws-cloudtrail-multi-region
  enable_logging                = true                                      # expect: secure aws-cloudtrail-enabled
  include_global_service_events = true                                      # expect: secure aws-cloudtrail-global-events
  enable_log_file_validation    = true                                      # expect: secure aws-cloudtrail-validation
  kms_key_id                    = aws_kms_key.trail.arn                     # expect: secure aws-cloudtrail-customer-key
  cloud_watch_logs_group_arn    = "${aws_cloudwatch_log_group.trail.arn}:*" # expect: secure aws-cloudtrail-log-group
}

resource "aws_cloudtrail" "unknown" {
  name                          = "unknown"
  s3_bucket_name                = "acme-trail"
  is_multi_region_trail         = var.flag # expect: unknown aws-cloudtrail-multi-region because var.flag
  enable_logging                = var.flag # expect: unknown aws-cloudtrail-enabled because var.flag
  include_global_service_events = var.flag # expect: unknown aws-cloudtrail-global-events because var.flag
  enable_log_file_validation    = var.flag # expect: unknown aws-cloudtrail-validation because var.flag
  kms_key_id                    = var.arn  # expect: unknown aws-cloudtrail-customer-key because var.arn
  cloud_watch_logs_group_arn    = var.arn  # expect: unknown aws-cloudtrail-log-group because var.arn
}
