# DLM: what becomes of the copies that lifecycle policies make.

setting "aws-dlm-copies-encrypted" {
  title    = "Copies in other regions are encrypted"
  problem  = "Copies that this policy makes of unencrypted snapshots are not encrypted"
  layer    = "encryption"
  severity = "low"

  resource     = "aws_dlm_lifecycle_policy"
  for_each     = concat(flatten([for d in attrs.policy_details : [for s in d.schedule : s.cross_region_copy_rule]]), flatten([for d in attrs.policy_details : [for a in d.action : [for c in a.cross_region_copy : c.encryption_configuration]]]))
  attribute    = "encrypted"
  default      = false
  default_note = "unless the account encrypts by default in the other region; copies of encrypted snapshots stay encrypted"
  condition    = value == true

  why        = "Whoever gets at the copy reads the whole disk."
  fix        = { encrypted = true }
  aliases    = ["CKV_AWS_253", "CKV_AWS_255"]
  references = ["https://docs.aws.amazon.com/dlm/latest/APIReference/API_CrossRegionCopyRule.html", "https://docs.aws.amazon.com/dlm/latest/APIReference/API_EncryptionConfiguration.html"]
  since      = "0.1.0"
}

setting "aws-dlm-copies-customer-key" {
  title    = "Copies in other regions are encrypted with a key of your own"
  problem  = "A key that AWS holds alone opens these copies"
  layer    = "encryption"
  severity = "info"

  resource  = "aws_dlm_lifecycle_policy"
  for_each  = concat(flatten([for d in attrs.policy_details : [for s in d.schedule : s.cross_region_copy_rule]]), flatten([for d in attrs.policy_details : [for a in d.action : [for c in a.cross_region_copy : c.encryption_configuration]]]))
  filter    = each.value.encrypted == true
  attribute = "cmk_arn"
  condition = is_own_key(value)

  why        = "With your own key you decide, and can see, who reads the copies."
  careful    = "the key must be one of the other region"
  aliases    = ["CKV_AWS_254", "CKV_AWS_256"]
  references = ["https://docs.aws.amazon.com/dlm/latest/APIReference/API_CrossRegionCopyRule.html", "https://docs.aws.amazon.com/dlm/latest/APIReference/API_EncryptionConfiguration.html"]
  since      = "0.1.0"
}
