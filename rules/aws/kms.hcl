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

setting "aws-kms-enabled" {
  title    = "Keys can be used"
  problem  = "This key is switched off"
  layer    = "resilience"
  severity = "low"

  resource  = "aws_kms_key"
  attribute = "is_enabled"
  default   = true
  condition = value == true

  why        = "What it encrypted cannot be read, and what should be encrypted with it fails."
  fix        = { is_enabled = true }
  aliases    = ["CKV_AWS_227"]
  references = ["https://docs.aws.amazon.com/kms/latest/developerguide/enabling-keys.html"]
  since      = "0.1.0"
}

setting "aws-kms-policy-stated" {
  title    = "Keys say who may use them"
  problem  = "Only IAM decides who may use this key"
  layer    = "accounts"
  severity = "info"

  resource     = "aws_kms_key"
  attribute    = "policy"
  default_note = "KMS gives a key without a policy one that leaves all to the account's IAM policies"
  condition    = value != null
  companion "aws_kms_key_policy" {
    via       = "key_id"
    attribute = "policy"
  }

  why        = "One policy too wide anywhere in the account opens what the key protects."
  remedy     = "write a `policy` that names who administers and who uses the key"
  careful    = "a policy that leaves its administrators out can be mended by AWS alone"
  aliases    = ["CKV2_AWS_64"]
  references = ["https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html"]
  since      = "0.1.0"
}

setting "aws-kms-policy-wildcard" {
  title    = "Key policies name what may be done"
  problem  = "This policy lets ${value} do everything with the key"
  layer    = "accounts"
  severity = "low"
  empty    = "secure"

  resource = ["aws_kms_key", "aws_kms_key_policy"]
  for_each = statements(attrs.policy)
  filter   = each.value.effect == "Allow" && anytrue([for a in each.value.actions : contains(["*", "kms:*"], lower(a))])
  # the account itself must have it: that hands the key to IAM
  subject   = [for p in each.value.principals : p.id if p.type != "Service" && !endswith(p.id, ":root") && !regex_match(p.id, "^[0-9]{12}$")][0]
  condition = value == null

  why        = "Who was to encrypt may also change the policy, or delete the key with all that hangs on it."
  remedy     = "name the actions that are needed, such as `kms:Encrypt` and `kms:GenerateDataKey*`"
  aliases    = ["AC_AWS_0482"]
  references = ["https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html"]
  since      = "0.1.0"
}

setting "aws-kms-policy-principal" {
  title    = "Statements of key policies say whom they are for"
  problem  = "This statement names nobody: KMS refuses the policy"
  layer    = "accounts"
  severity = "info"
  empty    = "secure"

  resource  = ["aws_kms_key", "aws_kms_key_policy"]
  for_each  = statements(attrs.policy)
  condition = length(each.value.principals) > 0 || length(each.value.not_principals) > 0

  why        = "The key is not made, or keeps the policy it had."
  remedy     = "give the statement a `Principal`"
  aliases    = ["AC_AWS_0481"]
  references = ["https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html"]
  since      = "0.1.0"
}
