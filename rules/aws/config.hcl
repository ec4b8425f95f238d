# AWS Config: the record of how resources were set.

setting "aws-config-all-resources" {
  title    = "Config records every kind of resource"
  problem  = "Config looks at some kinds of resources only"
  layer    = "logging"
  severity = "low"

  resource  = "aws_config_configuration_recorder"
  filter    = length(attrs.recording_group.recording_strategy) == 0 # a strategy says on purpose what is left out
  attribute = "recording_group.all_supported"
  default   = true
  condition = value == true

  why        = "What is changed outside of the list leaves no history."
  fix        = { "recording_group.all_supported" = true }
  references = ["https://docs.aws.amazon.com/config/latest/developerguide/select-resources.html"]
  since      = "0.1.0"
}
