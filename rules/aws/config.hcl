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
  aliases    = ["CKV2_AWS_45"]
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

setting "aws-config-recording" {
  title    = "Config records"
  problem  = "This recorder is not started"
  layer    = "logging"
  severity = "medium"

  on "aws_config_configuration_recorder" {
    companion "aws_config_configuration_recorder_status" {
      via       = "name"
      attribute = "is_enabled"
      fix       = { is_enabled = true }
    }
  }
  # the recorder is another root module's
  on "aws_config_configuration_recorder_status" {
    filter    = length(referred(attrs, "aws_config_configuration_recorder", "name")) == 0
    attribute = "is_enabled"
    fix       = { is_enabled = true }
  }
  condition = value == true

  why        = "A recorder does nothing until it is started; what changes meanwhile leaves no history."
  aliases    = ["CKV2_AWS_45"]
  references = ["https://docs.aws.amazon.com/config/latest/developerguide/stop-start-recorder.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/config-controls.html"]
  since      = "0.1.0"
}

setting "aws-config-global-resources" {
  title    = "Config records users, roles and policies"
  problem  = "This recorder leaves IAM's users, groups, roles and policies out"
  layer    = "logging"
  severity = "low"

  resource     = "aws_config_configuration_recorder"
  filter       = length(attrs.recording_group.recording_strategy) == 0 # a strategy says on purpose what is recorded
  attribute    = "recording_group.include_global_resource_types"
  default      = false
  default_note = "unless a recorder of another region has them: one is enough for an account"
  condition    = value == true
  companion "aws_config_configuration_recorder" { # that of another region may record them
    scope     = "account"
    attribute = "recording_group.include_global_resource_types"
  }

  why        = "Nobody can say afterwards who gave which rights to whom."
  fix        = { "recording_group.include_global_resource_types" = true }
  careful    = "in one region only, or each of them records, and bills, the same"
  aliases    = ["CKV2_AWS_48"]
  references = ["https://docs.aws.amazon.com/config/latest/developerguide/select-resources.html"]
  since      = "0.1.0"
}
