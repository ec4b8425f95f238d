# CloudWatch Logs: how long evidence is kept, and who can open it.

setting "aws-cloudwatch-log-retention" {
  title    = "Logs are kept long enough to look back"
  problem  = "Logs of this group are gone after ${value} days; ${input.min_days} are asked for"
  layer    = "logging"
  severity = "low"
  input "min_days" {
    type        = number
    default     = 90
    description = "Days for which logs must be kept."
  }

  resource     = "aws_cloudwatch_log_group"
  attribute    = "retention_in_days"
  default      = 0
  default_note = "logs never expire"
  condition    = value == 0 || value >= input.min_days

  why        = "Break-ins are found after weeks or months; what was logged on the first day must still be there."
  fix        = { retention_in_days = 365 }
  aliases    = ["CKV_AWS_338"]
  frameworks = { "nist-800-53-r5" = ["AU-11"] }
  references = ["https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html"]
  since      = "0.1.0"
}

setting "aws-cloudwatch-log-retention-year" {
  title    = "Log groups say that logs are kept for a year"
  problem  = "${value == null ? "How long these logs are kept is not written: for ever, and for a price" : "Logs of this group are gone after ${value} days, before the year is over"}"
  layer    = "logging"
  severity = "info"

  resource  = "aws_cloudwatch_log_group"
  subject   = attrs.retention_in_days # its default is another setting's
  condition = value == 0 || value >= 365

  why        = "Some rules ask for a year, and a number that is written is one that somebody chose."
  fix        = { retention_in_days = 365 }
  careful    = "logs that are kept cost"
  aliases    = ["CKV_AWS_338"]
  references = ["https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html"]
  since      = "0.1.0"
}

setting "aws-cloudwatch-log-customer-key" {
  title    = "Log groups are encrypted with a key of your own"
  problem  = "A key that AWS holds alone opens these logs"
  layer    = "encryption"
  severity = "info"

  resource  = "aws_cloudwatch_log_group"
  attribute = "kms_key_id"
  condition = is_own_key(value)

  why        = "With your own key you decide, and can see, who reads the logs and the data that slips into them."
  remedy     = "name a KMS key of yours in kms_key_id"
  careful    = "the key's policy must let CloudWatch Logs use it"
  aliases    = ["CKV_AWS_158", "AVD-AWS-0017", "AC_AWS_0451"]
  references = ["https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html"]
  since      = "0.1.0"
}

setting "aws-cloudwatch-log-retention-stated" {
  title    = "Log groups say how long they keep logs"
  problem  = "This log group keeps its logs for ever"
  layer    = "logging"
  severity = "info"

  resource  = "aws_cloudwatch_log_group"
  attribute = "retention_in_days"
  condition = value != null && value > 0

  why        = "Data of persons in old logs must go when its purpose has; what nobody reads is paid for."
  remedy     = "say in `retention_in_days` how long logs are needed"
  aliases    = ["CKV_AWS_66", "AC_AWS_0041", "AC_AWS_0452"]
  references = ["https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html"]
  since      = "0.1.0"
}

setting "aws-cloudwatch-alarm-actions" {
  title    = "Alarms may act"
  problem  = "This alarm changes its colour and tells nobody"
  layer    = "logging"
  severity = "low"

  resource  = "aws_cloudwatch_metric_alarm"
  attribute = "actions_enabled"
  default   = true
  condition = value == true

  why        = "What the alarm was made for goes unnoticed."
  fix        = { actions_enabled = true }
  aliases    = ["CKV_AWS_319"]
  references = ["https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html"]
  since      = "0.1.0"
}
