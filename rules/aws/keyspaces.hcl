# Keyspaces tables. AWS encrypts every table; what is left to choose is the key and the way back.

setting "aws-keyspaces-customer-key" {
  title    = "Keyspaces tables are encrypted with a key of your own"
  problem  = "A key that AWS holds alone opens this table"
  layer    = "encryption"
  severity = "info"

  resource     = "aws_keyspaces_table"
  attribute    = "encryption_specification.type"
  default      = "AWS_OWNED_KMS_KEY"
  default_note = "AWS encrypts with a key of its own"
  condition    = value == "CUSTOMER_MANAGED_KMS_KEY"

  why        = "With your own key you decide, and can see, who reads the table."
  careful    = "encryption_specification.kms_key_identifier must name the key, and requests to KMS cost"
  aliases    = ["CKV_AWS_265"]
  references = ["https://docs.aws.amazon.com/keyspaces/latest/devguide/EncryptionAtRest.html"]
  since      = "0.1.0"
}

setting "aws-keyspaces-recovery" {
  title    = "Keyspaces tables can be brought back to any second"
  problem  = "A deleted or overwritten row of this table is gone"
  layer    = "resilience"
  severity = "medium"

  resource     = "aws_keyspaces_table"
  attribute    = "point_in_time_recovery.status"
  default      = "DISABLED"
  default_note = "AWS leaves it off"
  condition    = value == "ENABLED"

  why        = "A faulty program or a stolen login can overwrite every row within minutes."
  fix        = { "point_in_time_recovery.status" = "ENABLED" }
  references = ["https://docs.aws.amazon.com/keyspaces/latest/devguide/PointInTimeRecovery.html"]
  since      = "0.1.0"
}
