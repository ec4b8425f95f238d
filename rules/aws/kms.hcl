# KMS keys: how long one lives, and how soon one may be gone.

setting "aws-kms-rotation" {
  title    = "KMS keys rotate"
  problem  = "This key is never rotated"
  layer    = "encryption"
  severity = "medium"

  resource = "aws_kms_key"
  # AWS rotates symmetric encryption keys whose material it made; others are rotated by hand
  filter = (
    coalesce(attrs.key_usage, "ENCRYPT_DECRYPT") == "ENCRYPT_DECRYPT"
    && coalesce(attrs.customer_master_key_spec, "SYMMETRIC_DEFAULT") == "SYMMETRIC_DEFAULT"
    && attrs.custom_key_store_id == null
  )
  attribute = "enable_key_rotation"
  default   = false
  condition = value == true

  why        = "A key that leaked once reads everything that was and will be encrypted with it."
  fix        = { enable_key_rotation = true }
  aliases    = ["CKV_AWS_7", "AVD-AWS-0065", "AC_AWS_0160"]
  frameworks = { "nist-800-53-r5" = ["SC-12"], "pci-dss-4" = ["3.7.4"] }
  references = ["https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/kms-controls.html"]
  since      = "0.1.0"
}

setting "aws-kms-deletion-window" {
  title    = "A deleted key can be called back for two weeks"
  problem  = "A deleted key is gone after ${value} days"
  layer    = "encryption"
  severity = "low"
  input "min_days" {
    type        = number
    default     = 14
    description = "Days for which a deletion can be undone."
  }

  resource  = ["aws_kms_key", "aws_kms_replica_key", "aws_kms_external_key"]
  attribute = "deletion_window_in_days"
  default   = 30
  condition = value >= input.min_days

  why        = "With the key goes all that it encrypted; nobody may notice within a week."
  fix        = { deletion_window_in_days = 30 }
  references = ["https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html"]
  since      = "0.1.0"
}
