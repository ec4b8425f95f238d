# Copies of snapshots.

variable "text" {
  type = string
}

variable "flag" {
  type = bool
}

resource "aws_ebs_snapshot_copy" "silent" { # expect: unset aws-ebs-snapshot-copy-encrypted
  source_snapshot_id = "snap-0123456789abcdef0"
  source_region      = "eu-west-1"
}

resource "aws_ebs_snapshot_copy" "clear" {
  source_snapshot_id = "snap-0123456789abcdef0"
  source_region      = "eu-west-1"
  encrypted          = false # expect: insecure aws-ebs-snapshot-copy-encrypted
}

resource "aws_ebs_snapshot_copy" "encrypted" { # expect: unset aws-ebs-snapshot-copy-customer-key
  source_snapshot_id = "snap-0123456789abcdef0"
  source_region      = "eu-west-1"
  encrypted          = true # expect: secure aws-ebs-snapshot-copy-encrypted
}

resource "aws_ebs_snapshot_copy" "own" {
  source_snapshot_id = "snap-0123456789abcdef0"
  source_region      = "eu-west-1"
  encrypted          = true                # expect: secure aws-ebs-snapshot-copy-encrypted
  kms_key_id         = aws_kms_key.own.arn # expect: secure aws-ebs-snapshot-copy-customer-key
}

resource "aws_ebs_snapshot_copy" "named" {
  source_snapshot_id = "snap-0123456789abcdef0"
  source_region      = "eu-west-1"
  encrypted          = true
  kms_key_id         = "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab" # expect: secure aws-ebs-snapshot-copy-customer-key
}

resource "aws_ebs_snapshot_copy" "unknown" {
  source_snapshot_id = "snap-0123456789abcdef0"
  source_region      = "eu-west-1"
  encrypted          = true
  kms_key_id         = var.text # expect: unknown aws-ebs-snapshot-copy-customer-key because var.text
}

resource "aws_ebs_snapshot_copy" "undecided" {
  source_snapshot_id = "snap-0123456789abcdef0"
  source_region      = "eu-west-1"
  encrypted          = var.flag                                                                      # expect: unknown aws-ebs-snapshot-copy-encrypted because var.flag
  kms_key_id         = "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab" # expect: secure aws-ebs-snapshot-copy-customer-key
}

resource "aws_kms_key" "own" {
  enable_key_rotation = true
}
