# Whether tables grow with what is asked of them.

variable "mode" {
  type = string
}

resource "aws_dynamodb_table" "silent" { # expect: unset aws-dynamodb-capacity
  name           = "silent"
  hash_key       = "id"
  read_capacity  = 5
  write_capacity = 5
}

resource "aws_dynamodb_table" "fixed" {
  name           = "fixed"
  billing_mode   = "PROVISIONED" # expect: insecure aws-dynamodb-capacity
  hash_key       = "id"
  read_capacity  = 5
  write_capacity = 5
}

resource "aws_dynamodb_table" "on_demand" {
  name         = "on-demand"
  billing_mode = "PAY_PER_REQUEST" # expect: secure aws-dynamodb-capacity
  hash_key     = "id"
}

resource "aws_dynamodb_table" "scaled" { # expect: secure aws-dynamodb-capacity
  name           = "scaled"
  hash_key       = "id"
  read_capacity  = 5
  write_capacity = 5
}

resource "aws_appautoscaling_target" "scaled" {
  service_namespace  = "dynamodb"
  resource_id        = "table/${aws_dynamodb_table.scaled.name}"
  scalable_dimension = "dynamodb:table:ReadCapacityUnits"
  min_capacity       = 5
  max_capacity       = 500
}

resource "aws_dynamodb_table" "unknown" {
  name         = "unknown"
  billing_mode = var.mode # expect: unknown aws-dynamodb-capacity because var.mode
  hash_key     = "id"
}
