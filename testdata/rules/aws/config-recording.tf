# Recorders that are started, or not.

variable "flag" {
  type = bool
}

resource "aws_config_configuration_recorder" "made" { # expect: unset aws-config-recording, unset aws-config-global-resources
  name     = "made"
  role_arn = "arn:aws:iam::123456789012:role/config"
}

resource "aws_config_configuration_recorder" "stopped" {
  name     = "stopped"
  role_arn = "arn:aws:iam::123456789012:role/config"

  recording_group {
    all_supported                 = true
    include_global_resource_types = false # expect: insecure aws-config-global-resources
  }
}

resource "aws_config_configuration_recorder_status" "stopped" {
  name       = aws_config_configuration_recorder.stopped.name
  is_enabled = false # expect: insecure aws-config-recording
}

resource "aws_config_configuration_recorder" "started" { # expect: unset aws-config-global-resources
  name     = "started"
  role_arn = "arn:aws:iam::123456789012:role/config"
}

resource "aws_config_configuration_recorder_status" "started" {
  name       = "started"
  is_enabled = true # expect: secure aws-config-recording
}

resource "aws_config_configuration_recorder" "unknown" { # expect: unset aws-config-global-resources
  name     = "unknown"
  role_arn = "arn:aws:iam::123456789012:role/config"
}

resource "aws_config_configuration_recorder_status" "unknown" {
  name       = aws_config_configuration_recorder.unknown.name
  is_enabled = var.flag # expect: unknown aws-config-recording because var.flag
}

resource "aws_config_configuration_recorder_status" "of_others" {
  name       = "of-others"
  is_enabled = true # expect: secure aws-config-recording
}

resource "aws_config_configuration_recorder_status" "of_others_stopped" {
  name       = "of-others-too"
  is_enabled = false # expect: insecure aws-config-recording
}
