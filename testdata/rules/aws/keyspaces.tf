# Keyspaces.

variable "text" {
  type = string
}

resource "aws_keyspaces_table" "silent" { # expect: unset aws-keyspaces-customer-key, unset aws-keyspaces-recovery
  keyspace_name = "shop"
  table_name    = "silent"

  schema_definition {
    column {
      name = "id"
      type = "uuid"
    }
    partition_key {
      name = "id"
    }
  }
}

resource "aws_keyspaces_table" "careless" {
  keyspace_name = "shop"
  table_name    = "careless"

  schema_definition {
    column {
      name = "id"
      type = "uuid"
    }
    partition_key {
      name = "id"
    }
  }

  encryption_specification {
    type = "AWS_OWNED_KMS_KEY" # expect: insecure aws-keyspaces-customer-key
  }

  point_in_time_recovery {
    status = "DISABLED" # expect: insecure aws-keyspaces-recovery
  }
}

resource "aws_keyspaces_table" "careful" {
  keyspace_name = "shop"
  table_name    = "careful"

  schema_definition {
    column {
      name = "id"
      type = "uuid"
    }
    partition_key {
      name = "id"
    }
  }

  encryption_specification {
    type               = "CUSTOMER_MANAGED_KMS_KEY" # expect: secure aws-keyspaces-customer-key
    kms_key_identifier = "arn:aws:kms:eu-central-1:123456789012:key/shop"
  }

  point_in_time_recovery {
    status = "ENABLED" # expect: secure aws-keyspaces-recovery
  }
}

resource "aws_keyspaces_table" "unknown" {
  keyspace_name = "shop"
  table_name    = "unknown"

  schema_definition {
    column {
      name = "id"
      type = "uuid"
    }
    partition_key {
      name = "id"
    }
  }

  encryption_specification {
    type               = var.text # expect: unknown aws-keyspaces-customer-key because var.text
    kms_key_identifier = "arn:aws:kms:eu-central-1:123456789012:key/shop"
  }

  point_in_time_recovery {
    status = var.text # expect: unknown aws-keyspaces-recovery because var.text
  }
}
