# Step Functions: what can be said of runs afterwards.

setting "aws-sfn-logging" {
  title    = "Runs of state machines are logged"
  problem  = "Nobody can say what runs of this state machine did"
  layer    = "logging"
  severity = "medium"

  resource  = "aws_sfn_state_machine"
  attribute = "logging_configuration.level"
  default   = "OFF"
  condition = value != "OFF"

  why        = "Of express workflows no history is left at all, of others none after 90 days."
  careful    = "with the data of runs in it, the log group is as secret as the data"
  aliases    = ["CKV_AWS_285"]
  references = ["https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/stepfunctions-controls.html"]
  since      = "0.1.0"
}

setting "aws-sfn-tracing" {
  title    = "Runs of state machines can be traced"
  problem  = "Runs of this state machine leave no trace through other services"
  layer    = "logging"
  severity = "low"

  resource  = "aws_sfn_state_machine"
  attribute = "tracing_configuration.enabled"
  default   = false
  condition = value == true

  why        = "It stays unknown what a strange input set in motion."
  fix        = { "tracing_configuration.enabled" = true }
  aliases    = ["CKV_AWS_284"]
  references = ["https://docs.aws.amazon.com/step-functions/latest/dg/concepts-xray-tracing.html"]
  since      = "0.1.0"
}

setting "aws-sfn-execution-data" {
  title    = "Logs of runs hold what went in and came out"
  problem  = "Logs of runs tell that a step ran, not with what"
  layer    = "logging"
  severity = "info"

  resource     = "aws_sfn_state_machine"
  filter       = length(attrs.logging_configuration) > 0 && coalesce(attrs.logging_configuration.level, "OFF") != "OFF"
  attribute    = "logging_configuration.include_execution_data"
  default      = false
  default_note = "AWS leaves the data out"
  condition    = value == true

  why        = "Whether a strange input was behind a strange result cannot be looked up afterwards."
  careful    = "the log group is then as secret as the data"
  fix        = { "logging_configuration.include_execution_data" = true }
  aliases    = ["CKV_AWS_285"]
  references = ["https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html"]
  since      = "0.1.0"
}
