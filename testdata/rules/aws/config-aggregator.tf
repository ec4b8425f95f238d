# Aggregators: which regions they see.

variable "flag" {
  type = bool
}

resource "aws_config_configuration_aggregator" "one_region" {
  name = "one-region"
  account_aggregation_source { # expect: unset aws-config-aggregator-regions
    account_ids = ["123456789012"]
    regions     = ["eu-central-1"]
  }
}

resource "aws_config_configuration_aggregator" "not_all" {
  name = "not-all"
  organization_aggregation_source {
    role_arn    = "arn:aws:iam::123456789012:role/config"
    all_regions = false # expect: insecure aws-config-aggregator-regions
    regions     = ["eu-central-1"]
  }
}

resource "aws_config_configuration_aggregator" "accounts" {
  name = "accounts"
  account_aggregation_source {
    account_ids = ["123456789012"]
    all_regions = true # expect: secure aws-config-aggregator-regions
  }
}

resource "aws_config_configuration_aggregator" "organisation" {
  name = "organisation"
  organization_aggregation_source {
    role_arn    = "arn:aws:iam::123456789012:role/config"
    all_regions = true # expect: secure aws-config-aggregator-regions
  }
}

resource "aws_config_configuration_aggregator" "unknown" {
  name = "unknown"
  account_aggregation_source {
    account_ids = ["123456789012"]
    all_regions = var.flag # expect: unknown aws-config-aggregator-regions because var.flag
  }
}
