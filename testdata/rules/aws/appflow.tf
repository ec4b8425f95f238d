# AppFlow.

variable "key" {
  type = string
}

resource "aws_kms_key" "flows" {
  enable_key_rotation = true
}

resource "aws_appflow_connector_profile" "silent" { # expect: unset aws-appflow-customer-key
  name            = "crm-silent"
  connector_type  = "Amplitude"
  connection_mode = "Public"

  connector_profile_config {
    connector_profile_credentials {
      amplitude {
        api_key    = "placeholder"
        secret_key = "placeholder"
      }
    }
    connector_profile_properties {
      amplitude {}
    }
  }
}

resource "aws_appflow_connector_profile" "own" {
  name            = "crm-own"
  connector_type  = "Amplitude"
  connection_mode = "Public"
  kms_arn         = aws_kms_key.flows.arn # expect: secure aws-appflow-customer-key

  connector_profile_config {
    connector_profile_credentials {
      amplitude {
        api_key    = "placeholder"
        secret_key = "placeholder"
      }
    }
    connector_profile_properties {
      amplitude {}
    }
  }
}

resource "aws_appflow_flow" "silent" { # expect: unset aws-appflow-customer-key
  name = "orders-silent"

  source_flow_config {
    connector_type = "S3"
    source_connector_properties {
      s3 {
        bucket_name   = "acme-orders"
        bucket_prefix = "in"
      }
    }
  }

  destination_flow_config {
    connector_type = "S3"
    destination_connector_properties {
      s3 {
        bucket_name = "acme-lake"
      }
    }
  }

  task {
    source_fields = ["id"]
    task_type     = "Map"
  }

  trigger_config {
    trigger_type = "OnDemand"
  }
}

resource "aws_appflow_flow" "named" {
  name    = "orders-named"
  kms_arn = "arn:aws:kms:eu-central-1:123456789012:key/01234567-89ab-cdef-0123-456789abcdef" # expect: secure aws-appflow-customer-key

  source_flow_config {
    connector_type = "S3"
    source_connector_properties {
      s3 {
        bucket_name   = "acme-orders"
        bucket_prefix = "in"
      }
    }
  }

  destination_flow_config {
    connector_type = "S3"
    destination_connector_properties {
      s3 {
        bucket_name = "acme-lake"
      }
    }
  }

  task {
    source_fields = ["id"]
    task_type     = "Map"
  }

  trigger_config {
    trigger_type = "OnDemand"
  }
}

resource "aws_appflow_flow" "unknown" {
  name    = "orders-unknown"
  kms_arn = var.key # expect: unknown aws-appflow-customer-key because var.key

  source_flow_config {
    connector_type = "S3"
    source_connector_properties {
      s3 {
        bucket_name   = "acme-orders"
        bucket_prefix = "in"
      }
    }
  }

  destination_flow_config {
    connector_type = "S3"
    destination_connector_properties {
      s3 {
        bucket_name = "acme-lake"
      }
    }
  }

  task {
    source_fields = ["id"]
    task_type     = "Map"
  }

  trigger_config {
    trigger_type = "OnDemand"
  }
}
