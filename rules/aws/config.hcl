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

setting "aws-config-aggregator-regions" {
  title    = "Aggregators collect from every region"
  problem  = "This aggregator sees some regions only"
  layer    = "logging"
  severity = "low"

  resource  = "aws_config_configuration_aggregator"
  for_each  = concat(attrs.account_aggregation_source, attrs.organization_aggregation_source)
  empty     = "unset"
  attribute = "all_regions"
  condition = value == true

  why        = "Intruders work in the regions that nobody uses."
  aliases    = ["CKV_AWS_121", "AVD-AWS-0019", "AC_AWS_0049", "AC_AWS_0450"]
  references = ["https://docs.aws.amazon.com/config/latest/developerguide/aggregate-data.html"]
  since      = "0.1.0"
}
