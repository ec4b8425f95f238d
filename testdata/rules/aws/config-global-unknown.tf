# Nobody knows what the recorder of the other region has.

variable "flag" {
  type = bool
}

resource "aws_config_configuration_recorder" "silent" { # expect: unknown aws-config-global-resources because var.flag
  name     = "silent"
  role_arn = "arn:aws:iam::123456789012:role/config"
}

resource "aws_config_configuration_recorder" "unknown" {
  name     = "unknown"
  role_arn = "arn:aws:iam::123456789012:role/config"

  recording_group {
    include_global_resource_types = var.flag # expect: unknown aws-config-global-resources because var.flag
  }
}
