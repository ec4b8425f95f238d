# Lifecycle policies that copy to another region.

variable "flag" {
  type = bool
}

variable "text" {
  type = string
}

resource "aws_kms_key" "own" {
  enable_key_rotation = true
}

resource "aws_dlm_lifecycle_policy" "clear" {
  description        = "clear"
  execution_role_arn = "arn:aws:iam::123456789012:role/dlm"

  policy_details {
    resource_types = ["VOLUME"]
    target_tags    = { backup = "daily" }

    schedule {
      name = "daily"

      create_rule {
        interval = 24
      }

      retain_rule {
        count = 7
      }


      cross_region_copy_rule {
        target    = "eu-central-1"
        encrypted = false # expect: insecure aws-dlm-copies-encrypted
      }

      cross_region_copy_rule { # expect: unset aws-dlm-copies-customer-key
        target    = "eu-north-1"
        encrypted = true # expect: secure aws-dlm-copies-encrypted
      }

      cross_region_copy_rule {
        target    = "eu-west-3"
        encrypted = true                # expect: secure aws-dlm-copies-encrypted
        cmk_arn   = aws_kms_key.own.arn # expect: secure aws-dlm-copies-customer-key
      }

    }
  }
}

resource "aws_dlm_lifecycle_policy" "unknown" {
  description        = "unknown"
  execution_role_arn = "arn:aws:iam::123456789012:role/dlm"

  policy_details {
    resource_types = ["VOLUME"]
    target_tags    = { backup = "daily" }

    schedule {
      name = "daily"

      create_rule {
        interval = 24
      }

      retain_rule {
        count = 7
      }


      cross_region_copy_rule {
        target    = "eu-central-1"
        encrypted = true
        cmk_arn   = var.text # expect: unknown aws-dlm-copies-customer-key because var.text
      }

    }
  }
}

resource "aws_dlm_lifecycle_policy" "event_silent" {
  description        = "event_silent"
  execution_role_arn = "arn:aws:iam::123456789012:role/dlm"

  policy_details {
    policy_type = "EVENT_BASED_POLICY"

    action {
      name = "copy"

      cross_region_copy {
        target = "eu-central-1"

        encryption_configuration { # expect: unset aws-dlm-copies-encrypted
        }

        retain_rule {
          interval      = 15
          interval_unit = "MONTHS"
        }
      }
    }

    event_source {
      type = "MANAGED_CWE"

      parameters {
        description_regex = "^.*$"
        event_type        = "shareSnapshot"
        snapshot_owner    = ["123456789012"]
      }
    }
  }
}

resource "aws_dlm_lifecycle_policy" "event_clear" {
  description        = "event_clear"
  execution_role_arn = "arn:aws:iam::123456789012:role/dlm"

  policy_details {
    policy_type = "EVENT_BASED_POLICY"

    action {
      name = "copy"

      cross_region_copy {
        target = "eu-central-1"

        encryption_configuration {
          encrypted = false # expect: insecure aws-dlm-copies-encrypted

        }

        retain_rule {
          interval      = 15
          interval_unit = "MONTHS"
        }
      }
    }

    event_source {
      type = "MANAGED_CWE"

      parameters {
        description_regex = "^.*$"
        event_type        = "shareSnapshot"
        snapshot_owner    = ["123456789012"]
      }
    }
  }
}

resource "aws_dlm_lifecycle_policy" "event" {
  description        = "event"
  execution_role_arn = "arn:aws:iam::123456789012:role/dlm"

  policy_details {
    policy_type = "EVENT_BASED_POLICY"

    action {
      name = "copy"

      cross_region_copy {
        target = "eu-central-1"

        encryption_configuration {
          encrypted = true                                                                             # expect: secure aws-dlm-copies-encrypted
          cmk_arn   = "arn:aws:kms:eu-central-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab" # expect: secure aws-dlm-copies-customer-key

        }

        retain_rule {
          interval      = 15
          interval_unit = "MONTHS"
        }
      }
    }

    event_source {
      type = "MANAGED_CWE"

      parameters {
        description_regex = "^.*$"
        event_type        = "shareSnapshot"
        snapshot_owner    = ["123456789012"]
      }
    }
  }
}

resource "aws_dlm_lifecycle_policy" "event_unknown" {
  description        = "event_unknown"
  execution_role_arn = "arn:aws:iam::123456789012:role/dlm"

  policy_details {
    policy_type = "EVENT_BASED_POLICY"

    action {
      name = "copy"

      cross_region_copy {
        target = "eu-central-1"

        encryption_configuration {
          encrypted = var.flag # expect: unknown aws-dlm-copies-encrypted because var.flag
          cmk_arn   = "arn:aws:kms:eu-central-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab"

        }

        retain_rule {
          interval      = 15
          interval_unit = "MONTHS"
        }
      }
    }

    event_source {
      type = "MANAGED_CWE"

      parameters {
        description_regex = "^.*$"
        event_type        = "shareSnapshot"
        snapshot_owner    = ["123456789012"]
      }
    }
  }
}
