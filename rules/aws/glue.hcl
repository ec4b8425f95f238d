# Glue: the data catalogue and the jobs that fill it.

setting "aws-glue-security-configuration" {
  title    = "Glue jobs and crawlers say how they encrypt"
  problem  = "No key is named for what this writes: data, logs and bookmarks"
  layer    = "encryption"
  severity = "low"

  resource  = ["aws_glue_job", "aws_glue_crawler", "aws_glue_dev_endpoint"]
  attribute = "security_configuration"
  condition = value != null

  why        = "Logs and bookmarks of jobs hold pieces of the data; with a key you decide who opens them."
  remedy     = "name an aws_glue_security_configuration in security_configuration"
  aliases    = ["CKV_AWS_195"]
  references = ["https://docs.aws.amazon.com/glue/latest/dg/console-security-configurations.html"]
  since      = "0.1.0"
}

setting "aws-glue-security-configuration-mode" {
  family = {
    logs      = { path = "encryption_configuration.cloudwatch_encryption.cloudwatch_encryption_mode", what = "logs of jobs", good = "SSE-KMS" }
    bookmarks = { path = "encryption_configuration.job_bookmarks_encryption.job_bookmarks_encryption_mode", what = "bookmarks of jobs", good = "CSE-KMS" }
    data      = { path = "encryption_configuration.s3_encryption.s3_encryption_mode", what = "data that jobs write", good = "SSE-KMS" }
  }
  title    = "Glue encrypts ${family.value.what}"
  problem  = "No key is used for ${family.value.what}"
  layer    = "encryption"
  severity = "low"

  resource  = "aws_glue_security_configuration"
  attribute = family.value.path
  default   = "DISABLED"
  condition = value != "DISABLED"

  why        = "Logs, bookmarks and files hold pieces of the data; with a key you decide who opens them."
  fix        = { (family.value.path) = family.value.good }
  careful    = "KMS modes need `kms_key_arn`"
  aliases    = ["CKV_AWS_99"]
  references = ["https://docs.aws.amazon.com/glue/latest/dg/encryption-security-configuration.html"]
  since      = "0.1.0"
}

setting "aws-glue-catalog-encryption" {
  title    = "The data catalogue is encrypted with a KMS key"
  problem  = "What the catalogue knows of your data is stored without a key of yours"
  layer    = "encryption"
  severity = "low"

  resource  = "aws_glue_data_catalog_encryption_settings"
  attribute = "data_catalog_encryption_settings.encryption_at_rest.catalog_encryption_mode"
  condition = startswith(value, "SSE-KMS")

  why        = "Tables, columns and locations tell an intruder where to look, and connections hold logins."
  fix        = { "data_catalog_encryption_settings.encryption_at_rest.catalog_encryption_mode" = "SSE-KMS" }
  careful    = "whoever reads the catalogue needs the right to use the key"
  aliases    = ["CKV_AWS_94"]
  references = ["https://docs.aws.amazon.com/glue/latest/dg/encrypt-glue-data-catalog.html"]
  since      = "0.1.0"
}

setting "aws-glue-connection-passwords" {
  title    = "Passwords of connections are returned encrypted"
  problem  = "Whoever may read a connection reads its password"
  layer    = "accounts"
  severity = "medium"

  resource  = "aws_glue_data_catalog_encryption_settings"
  attribute = "data_catalog_encryption_settings.connection_password_encryption.return_connection_password_encrypted"
  condition = value == true

  why        = "Reading the catalogue is then enough to sign in to the databases that it describes."
  fix        = { "data_catalog_encryption_settings.connection_password_encryption.return_connection_password_encrypted" = true }
  careful    = "jobs need the right to decrypt with the key"
  aliases    = ["CKV_AWS_94"]
  references = ["https://docs.aws.amazon.com/glue/latest/dg/encrypt-connection-passwords.html"]
  since      = "0.1.0"
}

setting "aws-glue-catalog-customer-key" {
  family = {
    catalog   = { path = "data_catalog_encryption_settings.encryption_at_rest.sse_aws_kms_key_id", what = "the catalogue" }
    passwords = { path = "data_catalog_encryption_settings.connection_password_encryption.aws_kms_key_id", what = "passwords of connections" }
  }
  title    = "A key of your own opens ${family.value.what}"
  problem  = "A key that AWS manages opens ${family.value.what}"
  layer    = "encryption"
  severity = "info"

  resource = "aws_glue_data_catalog_encryption_settings"
  # what is not encrypted at all is found as that
  filter = (
    family.key == "catalog"
    ? startswith(attrs.data_catalog_encryption_settings.encryption_at_rest.catalog_encryption_mode, "SSE-KMS")
    : attrs.data_catalog_encryption_settings.connection_password_encryption.return_connection_password_encrypted == true
  )
  attribute = family.value.path
  condition = is_own_key(value)

  why        = "With your own key you decide, and can see, who opens them."
  careful    = "whoever reads the catalogue, or uses a connection, needs the right to use the key"
  aliases    = ["CKV_AWS_94"]
  references = ["https://docs.aws.amazon.com/glue/latest/dg/encrypt-glue-data-catalog.html", "https://docs.aws.amazon.com/glue/latest/dg/encrypt-connection-passwords.html"]
  since      = "0.1.0"
}

setting "aws-glue-security-configuration-customer-key" {
  family = {
    logs      = { block = "cloudwatch_encryption", mode = "cloudwatch_encryption_mode", what = "logs of jobs", aliases = ["CKV_AWS_99"] }
    bookmarks = { block = "job_bookmarks_encryption", mode = "job_bookmarks_encryption_mode", what = "bookmarks of jobs", aliases = ["CKV_AWS_99"] }
    data      = { block = "s3_encryption", mode = "s3_encryption_mode", what = "data that jobs write", aliases = [] }
  }
  title    = "A key of your own opens ${family.value.what}"
  problem  = "No key of yours is named for ${family.value.what}"
  layer    = "encryption"
  severity = "info"

  resource = "aws_glue_security_configuration"
  # what is not encrypted at all is found as that
  filter    = endswith(attrs.encryption_configuration[0][family.value.block][0][family.value.mode], "-KMS")
  attribute = "encryption_configuration.${family.value.block}.kms_key_arn"
  condition = is_own_key(value)

  why        = "With your own key you decide, and can see, who opens them."
  careful    = "the role of the jobs needs the right to use the key"
  aliases    = family.value.aliases
  references = ["https://docs.aws.amazon.com/glue/latest/dg/encryption-security-configuration.html"]
  since      = "0.1.0"
}
