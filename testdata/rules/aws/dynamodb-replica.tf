# Replicas of tables in other regions.

variable "flag" {
  type = bool
}

variable "key" {
  type = string
}

resource "aws_dynamodb_table_replica" "silent" { # expect: unset aws-dynamodb-customer-key, unset aws-dynamodb-recovery
  global_table_arn = "arn:aws:dynamodb:eu-central-1:123456789012:table/orders"
}

resource "aws_dynamodb_table_replica" "careful" {
  global_table_arn       = "arn:aws:dynamodb:eu-central-1:123456789012:table/orders"
  kms_key_arn            = "arn:aws:kms:eu-west-1:123456789012:key/orders" # expect: secure aws-dynamodb-customer-key
  point_in_time_recovery = true                                            # expect: secure aws-dynamodb-recovery
}

resource "aws_dynamodb_table_replica" "unknown" {
  global_table_arn       = "arn:aws:dynamodb:eu-central-1:123456789012:table/orders"
  kms_key_arn            = var.key  # expect: unknown aws-dynamodb-customer-key because var.key
  point_in_time_recovery = var.flag # expect: unknown aws-dynamodb-recovery because var.flag
}
