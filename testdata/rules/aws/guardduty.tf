# Detectors.

variable "flag" {
  type = bool
}

resource "aws_guardduty_detector" "silent" { # expect: secure aws-guardduty-enabled
}

resource "aws_guardduty_detector" "off" {
  enable = false # expect: insecure aws-guardduty-enabled
}

resource "aws_guardduty_detector" "on" {
  enable = true # expect: secure aws-guardduty-enabled
}

resource "aws_guardduty_detector" "unknown" {
  enable = var.flag # expect: unknown aws-guardduty-enabled because var.flag
}
