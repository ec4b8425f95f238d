# The data catalogue and its jobs.

variable "mode" {
  type = string
}

variable "flag" {
  type = bool
}

variable "configuration" {
  type = string
}

resource "aws_kms_key" "lake" {
  enable_key_rotation = true
}

resource "aws_glue_security_configuration" "off" {
  name = "off"

  encryption_configuration {
    cloudwatch_encryption {
      cloudwatch_encryption_mode = "DISABLED" # expect: insecure aws-glue-security-configuration-mode-logs
    }
    job_bookmarks_encryption {
      job_bookmarks_encryption_mode = "DISABLED" # expect: insecure aws-glue-security-configuration-mode-bookmarks
    }
    s3_encryption {
      s3_encryption_mode = "DISABLED" # expect: insecure aws-glue-security-configuration-mode-data
    }
  }
}

resource "aws_glue_security_configuration" "silent" {
  name = "silent"

  encryption_configuration {
    cloudwatch_encryption { # expect: unset aws-glue-security-configuration-mode-logs
    }
    job_bookmarks_encryption { # expect: unset aws-glue-security-configuration-mode-bookmarks
    }
    s3_encryption { # expect: unset aws-glue-security-configuration-mode-data
    }
  }
}

resource "aws_glue_security_configuration" "on" {
  name = "on"

  encryption_configuration {
    cloudwatch_encryption {
      cloudwatch_encryption_mode = "SSE-KMS"            # expect: secure aws-glue-security-configuration-mode-logs
      kms_key_arn                = aws_kms_key.lake.arn # expect: secure aws-glue-security-configuration-customer-key-logs
    }
    job_bookmarks_encryption {
      job_bookmarks_encryption_mode = "CSE-KMS"            # expect: secure aws-glue-security-configuration-mode-bookmarks
      kms_key_arn                   = aws_kms_key.lake.arn # expect: secure aws-glue-security-configuration-customer-key-bookmarks
    }
    s3_encryption {
      s3_encryption_mode = "SSE-S3" # expect: secure aws-glue-security-configuration-mode-data
    }
  }
}

resource "aws_glue_security_configuration" "unknown" {
  name = "unknown"

  encryption_configuration {
    cloudwatch_encryption {                 # expect: unknown aws-glue-security-configuration-customer-key-logs because var.mode
      cloudwatch_encryption_mode = var.mode # expect: unknown aws-glue-security-configuration-mode-logs because var.mode
    }
    job_bookmarks_encryption {
      job_bookmarks_encryption_mode = "CSE-KMS" # expect: secure aws-glue-security-configuration-mode-bookmarks
      kms_key_arn                   = aws_kms_key.lake.arn
    }
    s3_encryption {
      s3_encryption_mode = "SSE-KMS" # expect: secure aws-glue-security-configuration-mode-data
      kms_key_arn        = aws_kms_key.lake.arn
    }
  }
}

resource "aws_glue_job" "silent" { # expect: unset aws-glue-security-configuration
  name     = "silent"
  role_arn = "arn:aws:iam::123456789012:role/glue"

  command {
    script_location = "s3://acme-scripts/orders.py"
  }
}

resource "aws_glue_job" "careful" {
  name                   = "careful"
  role_arn               = "arn:aws:iam::123456789012:role/glue"
  security_configuration = aws_glue_security_configuration.on.name # expect: secure aws-glue-security-configuration

  command {
    script_location = "s3://acme-scripts/orders.py"
  }
}

resource "aws_glue_crawler" "silent" { # expect: unset aws-glue-security-configuration
  name          = "silent"
  database_name = "lake"
  role          = "glue"

  s3_target {
    path = "s3://acme-lake/orders/"
  }
}

resource "aws_glue_crawler" "careful" {
  name                   = "careful"
  database_name          = "lake"
  role                   = "glue"
  security_configuration = "house" # expect: secure aws-glue-security-configuration

  s3_target {
    path = "s3://acme-lake/orders/"
  }
}

resource "aws_glue_dev_endpoint" "unknown" {
  name                   = "unknown"
  role_arn               = "arn:aws:iam::123456789012:role/glue"
  security_configuration = var.configuration # expect: unknown aws-glue-security-configuration because var.configuration
}

resource "aws_glue_data_catalog_encryption_settings" "open" {
  data_catalog_encryption_settings {
    connection_password_encryption {
      return_connection_password_encrypted = false # expect: insecure aws-glue-connection-passwords
    }
    encryption_at_rest {
      catalog_encryption_mode = "DISABLED" # expect: insecure aws-glue-catalog-encryption
    }
  }
}

resource "aws_glue_data_catalog_encryption_settings" "closed" {
  data_catalog_encryption_settings {
    connection_password_encryption {
      aws_kms_key_id                       = aws_kms_key.lake.arn # expect: secure aws-glue-catalog-customer-key-passwords
      return_connection_password_encrypted = true                 # expect: secure aws-glue-connection-passwords
    }
    encryption_at_rest {
      catalog_encryption_mode = "SSE-KMS"            # expect: secure aws-glue-catalog-encryption
      sse_aws_kms_key_id      = aws_kms_key.lake.arn # expect: secure aws-glue-catalog-customer-key-catalog
    }
  }
}

resource "aws_glue_data_catalog_encryption_settings" "role" {
  data_catalog_encryption_settings {
    connection_password_encryption {                  # expect: unknown aws-glue-catalog-customer-key-passwords because var.flag
      return_connection_password_encrypted = var.flag # expect: unknown aws-glue-connection-passwords because var.flag
    }
    encryption_at_rest {                                            # expect: unset aws-glue-catalog-customer-key-catalog
      catalog_encryption_mode         = "SSE-KMS-WITH-SERVICE-ROLE" # expect: secure aws-glue-catalog-encryption
      catalog_encryption_service_role = "arn:aws:iam::123456789012:role/glue-catalog"
    }
  }
}

resource "aws_glue_data_catalog_encryption_settings" "unknown" {
  data_catalog_encryption_settings {
    connection_password_encryption {
      return_connection_password_encrypted = true # expect: secure aws-glue-connection-passwords
      aws_kms_key_id                       = aws_kms_key.lake.arn
    }
    encryption_at_rest {                 # expect: unknown aws-glue-catalog-customer-key-catalog because var.mode
      catalog_encryption_mode = var.mode # expect: unknown aws-glue-catalog-encryption because var.mode
    }
  }
}

# Whose keys.

resource "aws_glue_security_configuration" "keys_of_aws" {
  name = "keys-of-aws"

  encryption_configuration {
    cloudwatch_encryption {
      cloudwatch_encryption_mode = "SSE-KMS"
      kms_key_arn                = "arn:aws:kms:eu-west-1:123456789012:alias/aws/glue" # expect: insecure aws-glue-security-configuration-customer-key-logs
    }
    job_bookmarks_encryption { # expect: unset aws-glue-security-configuration-customer-key-bookmarks
      job_bookmarks_encryption_mode = "CSE-KMS"
    }
    s3_encryption { # expect: unset aws-glue-security-configuration-customer-key-data
      s3_encryption_mode = "SSE-KMS"
    }
  }
}

resource "aws_glue_data_catalog_encryption_settings" "keys_of_aws" {
  data_catalog_encryption_settings {
    connection_password_encryption {
      return_connection_password_encrypted = true
      aws_kms_key_id                       = "alias/aws/glue" # expect: insecure aws-glue-catalog-customer-key-passwords
    }
    encryption_at_rest { # expect: unset aws-glue-catalog-customer-key-catalog
      catalog_encryption_mode = "SSE-KMS"
    }
  }
}

resource "aws_glue_data_catalog_encryption_settings" "some_key" {
  data_catalog_encryption_settings {
    connection_password_encryption {
      return_connection_password_encrypted = true
      aws_kms_key_id                       = var.configuration # expect: unknown aws-glue-catalog-customer-key-passwords because var.configuration
    }
    encryption_at_rest {
      catalog_encryption_mode = "SSE-KMS"
      sse_aws_kms_key_id      = var.configuration # expect: unknown aws-glue-catalog-customer-key-catalog because var.configuration
    }
  }
}
