# DynamoDB tables. AWS encrypts every table; what is left to choose is the key and the way back.

setting "aws-dynamodb-recovery" {
  title    = "Tables can be brought back to any second"
  problem  = "A deleted or overwritten item of this table is gone"
  layer    = "resilience"
  severity = "medium"

  on "aws_dynamodb_table" {
    attribute = "point_in_time_recovery.enabled"
    fix       = { "point_in_time_recovery.enabled" = true }
  }
  on "aws_dynamodb_table_replica" {
    attribute = "point_in_time_recovery"
    fix       = { point_in_time_recovery = true }
  }
  default      = false
  default_note = "AWS leaves it off"
  condition    = value == true

  why        = "A faulty program or a stolen key can overwrite every item within minutes."
  aliases    = ["CKV_AWS_28", "AVD-AWS-0024", "AC_AWS_0458"]
  frameworks = { "nist-800-53-r5" = ["CP-9"] }
  references = ["https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/PointInTimeRecovery.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/dynamodb-controls.html"]
  since      = "0.1.0"
}

setting "aws-dynamodb-deletion-protection" {
  title    = "Tables are protected from deletion"
  problem  = "One call deletes this table"
  layer    = "resilience"
  severity = "low"

  resource  = "aws_dynamodb_table"
  attribute = "deletion_protection_enabled"
  default   = false
  condition = value == true

  why        = "A wrong destroy, or a stolen key, takes the data away."
  fix        = { deletion_protection_enabled = true }
  careful    = "a wanted destroy must switch it off first"
  references = ["https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/WorkingWithTables.Basics.html"]
  since      = "0.1.0"
}

setting "aws-dynamodb-customer-key" {
  title    = "Tables are encrypted with a key of your own"
  problem  = "A key that AWS holds alone opens this table"
  layer    = "encryption"
  severity = "info"

  on "aws_dynamodb_table" {
    subject = [for s in attrs.server_side_encryption : s.kms_key_arn if s.enabled == true][0] # a key counts only where it is used
  }
  on "aws_dynamodb_table_replica" {
    attribute = "kms_key_arn"
  }
  condition = is_own_key(value)

  why        = "With your own key you decide, and can see, who reads the table."
  careful    = "every reader needs the right to use the key, and requests to KMS cost"
  aliases    = ["CKV_AWS_119", "CKV_AWS_271", "AVD-AWS-0025"]
  references = ["https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.howitworks.html"]
  since      = "0.1.0"
}

setting "aws-dynamodb-capacity" {
  title    = "Tables grow with what is asked of them"
  problem  = "Load beyond its fixed capacity makes this table refuse requests"
  layer    = "resilience"
  severity = "info"

  resource  = "aws_dynamodb_table"
  attribute = "billing_mode"
  default   = "PROVISIONED"
  condition = value == "PAY_PER_REQUEST"
  companion "aws_appautoscaling_target" {
    via       = "resource_id"
    condition = value != null
  }

  why        = "A flood of requests, meant or not, then stops everybody else's."
  careful    = "on demand, a flood is paid for instead"
  aliases    = ["CKV2_AWS_16"]
  references = ["https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/capacity-mode.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/dynamodb-controls.html"]
  since      = "0.1.0"
}

setting "aws-dynamodb-global-recovery" {
  title    = "Tables of a global table can be brought back"
  problem  = "A deleted or overwritten item of this table is gone, in every region"
  layer    = "resilience"
  severity = "info"

  resource     = "aws_dynamodb_global_table"
  carriers     = "all"
  condition    = value == true
  companion "aws_dynamodb_table" {
    from         = "name"
    attribute    = "point_in_time_recovery.enabled"
    default      = false
  }

  why        = "A mistake in one region is copied to all others within a second."
  aliases    = ["CKV_AWS_165"]
  references = ["https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/PointInTimeRecovery.html"]
  since      = "0.1.0"
}

setting "aws-dynamodb-kms" {
  title    = "Tables are encrypted with a key whose use is recorded"
  problem  = "No record says when this table was decrypted"
  layer    = "encryption"
  severity = "info"

  resource     = "aws_dynamodb_table"
  attribute    = "server_side_encryption.enabled"
  default      = false
  default_note = "AWS encrypts with a key that it owns"
  condition    = value == true

  why        = "KMS records each use of the keys in your account; those that AWS owns leave no trace."
  fix        = { "server_side_encryption.enabled" = true }
  careful    = "requests to KMS cost"
  aliases    = ["AC_AWS_0457"]
  references = ["https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.howitworks.html"]
  since      = "0.1.0"
}
