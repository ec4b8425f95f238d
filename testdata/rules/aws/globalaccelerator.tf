# Accelerators.

variable "flag" {
  type = bool
}

resource "aws_globalaccelerator_accelerator" "silent" { # expect: unset aws-globalaccelerator-flow-logs
  name = "silent"
}

resource "aws_globalaccelerator_accelerator" "dark" {
  name = "dark"

  attributes {
    flow_logs_enabled = false # expect: insecure aws-globalaccelerator-flow-logs
  }
}

resource "aws_globalaccelerator_accelerator" "empty" {
  name = "empty"

  attributes { # expect: unset aws-globalaccelerator-flow-logs
  }
}

resource "aws_globalaccelerator_accelerator" "watched" {
  name = "watched"

  attributes {
    flow_logs_enabled   = true # expect: secure aws-globalaccelerator-flow-logs
    flow_logs_s3_bucket = "acme-flow-logs"
    flow_logs_s3_prefix = "edge/"
  }
}

resource "aws_globalaccelerator_accelerator" "unknown" {
  name = "unknown"

  attributes {
    flow_logs_enabled = var.flag # expect: unknown aws-globalaccelerator-flow-logs because var.flag
  }
}
