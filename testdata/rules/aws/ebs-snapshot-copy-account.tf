# An account that encrypts by default, with a key of its own.

resource "aws_ebs_encryption_by_default" "account" {
  enabled = true
}

resource "aws_ebs_default_kms_key" "account" {
  key_arn = "arn:aws:kms:eu-central-1:123456789012:key/01234567-89ab-cdef-0123-456789abcdef"
}

resource "aws_ebs_snapshot_copy" "silent" { # expect: secure aws-ebs-snapshot-copy-encrypted
  source_snapshot_id = "snap-0123456789abcdef0"
  source_region      = "eu-west-1"
}

resource "aws_ebs_snapshot_copy" "encrypted" { # expect: secure aws-ebs-snapshot-copy-customer-key
  source_snapshot_id = "snap-0123456789abcdef0"
  source_region      = "eu-west-1"
  encrypted          = true
}
