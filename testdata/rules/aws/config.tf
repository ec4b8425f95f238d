# Recorders.

variable "flag" {
  type = bool
}

resource "aws_config_configuration_recorder" "silent" { # expect: secure aws-config-all-resources
  role_arn = "arn:aws:iam::123456789012:role/config"
}

resource "aws_config_configuration_recorder" "some" {
  name     = "some"
  role_arn = "arn:aws:iam::123456789012:role/config"

  recording_group {
    all_supported  = false # expect: insecure aws-config-all-resources
    resource_types = ["AWS::S3::Bucket"]
  }
}

resource "aws_config_configuration_recorder" "all" {
  name     = "all"
  role_arn = "arn:aws:iam::123456789012:role/config"

  recording_group {
    all_supported                 = true # expect: secure aws-config-all-resources
    include_global_resource_types = true
  }
}

resource "aws_config_configuration_recorder" "but_some" { # expect: not_applicable aws-config-all-resources
  name     = "but-some"
  role_arn = "arn:aws:iam::123456789012:role/config"

  recording_group {
    all_supported = false

    exclusion_by_resource_types {
      resource_types = ["AWS::EC2::Instance"]
    }

    recording_strategy {
      use_only = "EXCLUSION_BY_RESOURCE_TYPES"
    }
  }
}

resource "aws_config_configuration_recorder" "unknown" {
  name     = "unknown"
  role_arn = "arn:aws:iam::123456789012:role/config"

  recording_group {
    all_supported = var.flag # expect: unknown aws-config-all-resources because var.flag
  }
}
