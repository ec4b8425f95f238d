# Schedules.

variable "text" {
  type = string
}

resource "aws_kms_key" "own" {
  enable_key_rotation = true
}

resource "aws_scheduler_schedule" "silent" { # expect: unset aws-scheduler-customer-key
  name                = "silent"
  schedule_expression = "rate(1 hour)"


  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = "arn:aws:sqs:eu-west-1:123456789012:work"
    role_arn = "arn:aws:iam::123456789012:role/scheduler"
  }
}

resource "aws_scheduler_schedule" "own" {
  name                = "own"
  schedule_expression = "rate(1 hour)"
  kms_key_arn         = aws_kms_key.own.arn # expect: secure aws-scheduler-customer-key

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = "arn:aws:sqs:eu-west-1:123456789012:work"
    role_arn = "arn:aws:iam::123456789012:role/scheduler"
  }
}

resource "aws_scheduler_schedule" "named" {
  name                = "named"
  schedule_expression = "rate(1 hour)"
  kms_key_arn         = "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab" # expect: secure aws-scheduler-customer-key

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = "arn:aws:sqs:eu-west-1:123456789012:work"
    role_arn = "arn:aws:iam::123456789012:role/scheduler"
  }
}

resource "aws_scheduler_schedule" "unknown" {
  name                = "unknown"
  schedule_expression = "rate(1 hour)"
  kms_key_arn         = var.text # expect: unknown aws-scheduler-customer-key because var.text

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = "arn:aws:sqs:eu-west-1:123456789012:work"
    role_arn = "arn:aws:iam::123456789012:role/scheduler"
  }
}
