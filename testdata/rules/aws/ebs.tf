# Volumes where the account does not encrypt by default.

variable "flag" {
  type = bool
}

variable "key" {
  type = string
}

variable "state" {
  type = string
}

resource "aws_ebs_volume" "silent" { # expect: unset aws-ebs-volume-encrypted, not_applicable aws-ebs-volume-customer-key
  availability_zone = "eu-central-1a"
  size              = 20
}

resource "aws_ebs_volume" "plain" {
  availability_zone = "eu-central-1a"
  size              = 20
  encrypted         = false # expect: insecure aws-ebs-volume-encrypted
}

resource "aws_ebs_volume" "managed" { # expect: unset aws-ebs-volume-customer-key
  availability_zone = "eu-central-1a"
  size              = 20
  encrypted         = true # expect: secure aws-ebs-volume-encrypted
}

resource "aws_kms_key" "volumes" {
  description = "volumes"
}

resource "aws_ebs_volume" "own_key" {
  count             = 2
  availability_zone = "eu-central-1a"
  size              = 20
  encrypted         = "true"                  # expect: secure aws-ebs-volume-encrypted
  kms_key_id        = aws_kms_key.volumes.arn # expect: secure aws-ebs-volume-customer-key
}

resource "aws_ebs_volume" "unknown" { # expect: unknown aws-ebs-volume-customer-key because var.flag
  availability_zone = "eu-central-1a"
  size              = 20
  encrypted         = var.flag # expect: unknown aws-ebs-volume-encrypted because var.flag
}

resource "aws_ebs_volume" "unknown_key" {
  availability_zone = "eu-central-1a"
  size              = 20
  encrypted         = true
  kms_key_id        = var.key # expect: unknown aws-ebs-volume-customer-key because var.key
}

resource "aws_ebs_volume" "restored" { # expect: not_applicable aws-ebs-volume-encrypted
  availability_zone = "eu-central-1a"
  snapshot_id       = "snap-0123456789abcdef0"
}

# The account's settings; a value that is not there yet settles nothing.

resource "aws_ebs_snapshot_block_public_access" "open" {
  state = "unblocked" # expect: insecure aws-ebs-snapshot-sharing
}

resource "aws_ebs_snapshot_block_public_access" "closed" {
  state = "block-all-sharing" # expect: secure aws-ebs-snapshot-sharing
}

resource "aws_ebs_snapshot_block_public_access" "unknown" {
  state = var.state # expect: unknown aws-ebs-snapshot-sharing because var.state
}
