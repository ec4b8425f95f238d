# EBS: volumes and snapshots of machines.

setting "aws-ebs-volume-encrypted" {
  title    = "EBS volumes are encrypted"
  problem  = "This volume is not encrypted"
  layer    = "encryption"
  severity = "medium"

  resource = "aws_ebs_volume"
  # a volume takes after the snapshot it is made from
  filter       = attrs.snapshot_id == null || attrs.encrypted != null
  attribute    = "encrypted"
  default      = false
  default_note = "unless the account encrypts by default in the region"
  condition    = value == true
  companion "aws_ebs_encryption_by_default" {
    scope     = "provider"
    attribute = "enabled"
    default   = true
  }

  why        = "A copied volume is readable by whoever holds it."
  fix        = { encrypted = true }
  careful    = "the volume is replaced: take a snapshot and copy it encrypted first"
  aliases    = ["CKV_AWS_3", "AVD-AWS-0026", "CKV2_AWS_2", "AC_AWS_0460"]
  frameworks = { "nist-800-53-r5" = ["SC-28", "SC-28(1)"] }
  references = ["https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html"]
  since      = "0.1.0"
}

setting "aws-ebs-volume-customer-key" {
  title    = "EBS volumes are encrypted with a key of your own"
  problem  = "A key that AWS holds alone opens this volume"
  layer    = "encryption"
  severity = "info"

  resource  = "aws_ebs_volume"
  filter    = attrs.encrypted == true
  attribute = "kms_key_id"
  default_note = "unless the account's default key in the region is your own"
  condition = is_own_key(value)
  companion "aws_ebs_default_kms_key" {
    scope     = "provider"
    attribute = "key_arn"
  }

  why        = "With your own key you decide, and can see, who attaches and copies the volume."
  remedy     = "name a KMS key of yours in kms_key_id"
  careful    = "the volume is replaced: take a snapshot and copy it with the new key first"
  aliases    = ["CKV_AWS_189", "AVD-AWS-0027", "AC_AWS_0460"]
  references = ["https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html"]
  since      = "0.1.0"
}

setting "aws-ebs-encryption-by-default" {
  title    = "The account encrypts new EBS volumes"
  problem  = "New volumes of this account are not encrypted unless somebody asks for it"
  layer    = "encryption"
  severity = "medium"

  resource  = "aws_ebs_encryption_by_default"
  attribute = "enabled"
  default   = true
  condition = value == true

  why        = "The next volume is the one where encryption is forgotten."
  fix        = { enabled = true }
  aliases    = ["CKV_AWS_106", "AC_AWS_0079"]
  frameworks = { "nist-800-53-r5" = ["SC-28", "SC-28(1)"] }
  references = ["https://docs.aws.amazon.com/ebs/latest/userguide/encryption-by-default.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html"]
  since      = "0.1.0"
}

setting "aws-ebs-snapshot-sharing" {
  title    = "The account lets no snapshot be public"
  problem  = "Snapshots of this account can be shared with everyone"
  layer    = "data"
  severity = "medium"

  resource  = "aws_ebs_snapshot_block_public_access"
  attribute = "state"
  condition = contains(["block-all-sharing", "block-new-sharing"], value)

  why        = "A public snapshot is a whole disk that anyone can attach and read."
  fix        = { state = "block-all-sharing" }
  references = ["https://docs.aws.amazon.com/ebs/latest/userguide/block-public-access-snapshots.html"]
  since      = "0.1.0"
}

setting "aws-ebs-backup" {
  title    = "Volumes are backed up"
  problem  = "Nothing in this code backs this volume up"
  layer    = "resilience"
  severity = "info"

  resource  = "aws_ebs_volume"
  default_note = "unless a plan or a policy of the account backs it up by its tags"
  condition = value != null
  companion "aws_backup_selection" {
    via = "resources"
  }
  companion "aws_ebs_snapshot" {
    via = "volume_id"
  }
  companion "aws_backup_selection" {
    scope  = "provider"
    filter = anytrue([for r in carrier.resources : in_code(r) && (r == "*" || endswith(r, ":volume/*"))]) || anytrue([for t in carrier.selection_tag : attrs.tags[t.key] == t.value])
  }
  companion "aws_dlm_lifecycle_policy" {
    scope  = "provider"
    filter = anytrue(flatten([for d in carrier.policy_details : [for k, v in d.target_tags : attrs.tags[k] == v]]))
  }

  why        = "What is deleted or encrypted by an attacker, or by mistake, is gone."
  aliases    = ["CKV2_AWS_9", "AC_AWS_0459"]
  references = ["https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html", "https://docs.aws.amazon.com/ebs/latest/userguide/snapshot-lifecycle.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html"]
  since      = "0.1.0"
}

setting "aws-ebs-snapshot-copy-encrypted" {
  title    = "Copies of snapshots are encrypted"
  problem  = "This copy of an unencrypted snapshot is not encrypted"
  layer    = "encryption"
  severity = "low"

  resource     = "aws_ebs_snapshot_copy"
  attribute    = "encrypted"
  default      = false
  default_note = "unless the account encrypts by default in the region; copies of encrypted snapshots stay encrypted"
  condition    = value == true
  companion "aws_ebs_encryption_by_default" {
    scope     = "provider"
    attribute = "enabled"
    default   = true
  }

  why        = "Whoever gets at the copy reads the whole disk."
  fix        = { encrypted = true }
  careful    = "the copy is made anew"
  references = ["https://docs.aws.amazon.com/ebs/latest/userguide/ebs-copy-snapshot.html"]
  since      = "0.1.0"
}

setting "aws-ebs-snapshot-copy-customer-key" {
  title    = "Copies of snapshots are encrypted with a key of your own"
  problem  = "A key that AWS holds alone opens this copy"
  layer    = "encryption"
  severity = "info"

  resource  = "aws_ebs_snapshot_copy"
  filter    = attrs.encrypted == true
  attribute = "kms_key_id"
  default_note = "unless the account's default key in the region is your own"
  condition = is_own_key(value)
  companion "aws_ebs_default_kms_key" {
    scope     = "provider"
    attribute = "key_arn"
  }

  why        = "With your own key you decide, and can see, who makes volumes of the copy."
  remedy     = "name a KMS key of yours in kms_key_id"
  careful    = "the copy is made anew"
  aliases    = ["CKV_AWS_183"]
  references = ["https://docs.aws.amazon.com/ebs/latest/userguide/ebs-copy-snapshot.html"]
  since      = "0.1.0"
}
