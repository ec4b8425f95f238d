# State machines.

variable "text" {
  type = string
}

variable "flag" {
  type = bool
}

resource "aws_sfn_state_machine" "silent" { # expect: unset aws-sfn-logging, unset aws-sfn-tracing
  name       = "silent"
  role_arn   = "arn:aws:iam::123456789012:role/workflow"
  definition = "{}"
}

resource "aws_sfn_state_machine" "dark" {
  name       = "dark"
  role_arn   = "arn:aws:iam::123456789012:role/workflow"
  definition = "{}"

  logging_configuration {
    level                  = "OFF" # expect: insecure aws-sfn-logging
    log_destination        = "arn:aws:logs:eu-west-1:123456789012:log-group:workflow:*"
    include_execution_data = false # expect: not_applicable aws-sfn-execution-data
  }

  tracing_configuration {
    enabled = false # expect: insecure aws-sfn-tracing
  }
}

resource "aws_sfn_state_machine" "errors" {
  name       = "errors"
  role_arn   = "arn:aws:iam::123456789012:role/workflow"
  definition = "{}"

  logging_configuration {
    level                  = "ERROR" # expect: secure aws-sfn-logging
    log_destination        = "arn:aws:logs:eu-west-1:123456789012:log-group:workflow:*"
    include_execution_data = true # expect: secure aws-sfn-execution-data
  }

  tracing_configuration {
    enabled = true # expect: secure aws-sfn-tracing
  }
}

resource "aws_sfn_state_machine" "all" {
  name       = "all"
  role_arn   = "arn:aws:iam::123456789012:role/workflow"
  definition = "{}"

  logging_configuration {   # expect: unset aws-sfn-execution-data
    level           = "ALL" # expect: secure aws-sfn-logging
    log_destination = "arn:aws:logs:eu-west-1:123456789012:log-group:workflow:*"
  }

  tracing_configuration {
    enabled = true # expect: secure aws-sfn-tracing
  }
}

resource "aws_sfn_state_machine" "unknown" {
  name       = "unknown"
  role_arn   = "arn:aws:iam::123456789012:role/workflow"
  definition = "{}"

  logging_configuration {      # expect: unknown aws-sfn-execution-data because var.text
    level           = var.text # expect: unknown aws-sfn-logging because var.text
    log_destination = "arn:aws:logs:eu-west-1:123456789012:log-group:workflow:*"
  }

  tracing_configuration {
    enabled = var.flag # expect: unknown aws-sfn-tracing because var.flag
  }
}

resource "aws_sfn_state_machine" "without_data" {
  name       = "without-data"
  role_arn   = "arn:aws:iam::123456789012:role/workflow"
  definition = "{}"

  logging_configuration {
    level                  = "ALL"
    log_destination        = "arn:aws:logs:eu-west-1:123456789012:log-group:workflow:*"
    include_execution_data = false # expect: insecure aws-sfn-execution-data
  }

  tracing_configuration {
    enabled = true
  }
}
