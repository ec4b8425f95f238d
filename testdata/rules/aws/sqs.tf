# Queues.

variable "flag" {
  type = bool
}

variable "key" {
  type = string
}

resource "aws_sqs_queue" "silent" { # expect: secure aws-sqs-encryption, unset aws-sqs-customer-key
  name = "silent"
}

resource "aws_sqs_queue" "plain" { # expect: unset aws-sqs-customer-key
  name                    = "plain"
  sqs_managed_sse_enabled = false # expect: insecure aws-sqs-encryption
  kms_master_key_id       = null
}

resource "aws_sqs_queue" "managed" { # expect: unset aws-sqs-customer-key
  name                    = "managed"
  sqs_managed_sse_enabled = true # expect: secure aws-sqs-encryption
}

resource "aws_sqs_queue" "own" { # expect: not_applicable aws-sqs-encryption
  name              = "own"
  kms_master_key_id = "alias/queues" # expect: secure aws-sqs-customer-key
}

# named, but AWS's own; and one that a caller left empty
resource "aws_sqs_queue" "aws_key" { # expect: not_applicable aws-sqs-encryption
  name              = "aws-key"
  kms_master_key_id = "alias/aws/sqs" # expect: insecure aws-sqs-customer-key
}

variable "optional_key" {
  type    = string
  default = ""
}

resource "aws_sqs_queue" "empty_key" { # expect: not_applicable aws-sqs-encryption
  name              = "empty-key"
  kms_master_key_id = var.optional_key # expect: insecure aws-sqs-customer-key
}

resource "aws_sqs_queue" "unknown" { # expect: unset aws-sqs-customer-key
  name                    = "unknown"
  sqs_managed_sse_enabled = var.flag # expect: unknown aws-sqs-encryption because var.flag
}

resource "aws_sqs_queue" "unknown_key" { # expect: secure aws-sqs-encryption
  name              = "unknown-key"
  kms_master_key_id = var.key # expect: unknown aws-sqs-customer-key because var.key
}
