# Tables.

variable "flag" {
  type = bool
}

variable "key" {
  type = string
}

resource "aws_dynamodb_table" "silent" { # expect: unset aws-dynamodb-recovery, unset aws-dynamodb-deletion-protection, unset aws-dynamodb-customer-key
  name         = "silent"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }
}

resource "aws_dynamodb_table" "careless" { # expect: unset aws-dynamodb-customer-key
  name                        = "careless"
  hash_key                    = "id"
  deletion_protection_enabled = false # expect: insecure aws-dynamodb-deletion-protection

  attribute {
    name = "id"
    type = "S"
  }

  point_in_time_recovery {
    enabled = false # expect: insecure aws-dynamodb-recovery
  }
}

# the key counts only where encryption with it is on
resource "aws_dynamodb_table" "key_unused" { # expect: unset aws-dynamodb-recovery, unset aws-dynamodb-deletion-protection, unset aws-dynamodb-customer-key
  name         = "key-unused"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }

  server_side_encryption {
    enabled     = false
    kms_key_arn = aws_kms_key.tables.arn
  }
}

resource "aws_kms_key" "tables" {
  description = "tables"
}

resource "aws_dynamodb_table" "careful" {
  name                        = "careful"
  hash_key                    = "id"
  deletion_protection_enabled = true # expect: secure aws-dynamodb-deletion-protection

  attribute {
    name = "id"
    type = "S"
  }

  dynamic "point_in_time_recovery" {
    for_each = [true]
    content {
      enabled = point_in_time_recovery.value
    }
  }

  server_side_encryption {
    enabled     = true
    kms_key_arn = aws_kms_key.tables.arn # expect: secure aws-dynamodb-customer-key
  }
}

resource "aws_dynamodb_table" "recoverable" { # expect: unset aws-dynamodb-customer-key
  name                        = "recoverable"
  hash_key                    = "id"
  deletion_protection_enabled = true

  attribute {
    name = "id"
    type = "S"
  }

  point_in_time_recovery {
    enabled = true # expect: secure aws-dynamodb-recovery
  }
}

resource "aws_dynamodb_table" "unknown" {
  name                        = "unknown"
  hash_key                    = "id"
  deletion_protection_enabled = var.flag # expect: unknown aws-dynamodb-deletion-protection because var.flag

  attribute {
    name = "id"
    type = "S"
  }

  point_in_time_recovery {
    enabled = var.flag # expect: unknown aws-dynamodb-recovery because var.flag
  }

  server_side_encryption {
    enabled     = true
    kms_key_arn = var.key # expect: unknown aws-dynamodb-customer-key because var.key
  }
}
