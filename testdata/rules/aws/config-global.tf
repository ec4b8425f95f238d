# One recorder has what is global, those of other regions need not.

provider "aws" {
  region = "eu-central-1"
}

provider "aws" {
  alias  = "west"
  region = "eu-west-1"
}

resource "aws_config_configuration_recorder" "home" {
  name     = "home"
  role_arn = "arn:aws:iam::123456789012:role/config"

  recording_group {
    all_supported                 = true
    include_global_resource_types = true # expect: secure aws-config-global-resources
  }
}

resource "aws_config_configuration_recorder" "west" { # expect: secure aws-config-global-resources
  provider = aws.west
  name     = "west"
  role_arn = "arn:aws:iam::123456789012:role/config"
}

resource "aws_config_configuration_recorder" "some" { # expect: not_applicable aws-config-global-resources
  provider = aws.west
  name     = "some"
  role_arn = "arn:aws:iam::123456789012:role/config"

  recording_group {
    all_supported = false

    recording_strategy {
      use_only = "INCLUSION_BY_RESOURCE_TYPES"
    }
  }
}
