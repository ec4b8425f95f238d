# Global tables of the first kind, and keys whose use is recorded.

variable "flag" {
  type = bool
}

resource "aws_dynamodb_table" "orders" {
  name = "orders"

  point_in_time_recovery {
    enabled = true # expect: secure aws-dynamodb-global-recovery
  }

  server_side_encryption {
    enabled = true # expect: secure aws-dynamodb-kms
  }
}

resource "aws_dynamodb_global_table" "orders" {
  name = aws_dynamodb_table.orders.name

  replica {
    region_name = "eu-west-1"
  }
}

resource "aws_dynamodb_table" "stock" {
  name = "stock"

  point_in_time_recovery {
    enabled = false # expect: insecure aws-dynamodb-global-recovery
  }

  server_side_encryption {
    enabled = false # expect: insecure aws-dynamodb-kms
  }
}

resource "aws_dynamodb_global_table" "stock" {
  name = aws_dynamodb_table.stock.name

  replica {
    region_name = "eu-west-1"
  }
}

resource "aws_dynamodb_table" "carts" { # expect: unset aws-dynamodb-kms, unset aws-dynamodb-global-recovery
  name = "carts"
}

resource "aws_dynamodb_global_table" "carts" {
  name = aws_dynamodb_table.carts.name

  replica {
    region_name = "eu-west-1"
  }
}

resource "aws_dynamodb_table" "some" {
  name = "some"

  point_in_time_recovery {
    enabled = var.flag # expect: unknown aws-dynamodb-global-recovery because var.flag
  }

  server_side_encryption {
    enabled = var.flag # expect: unknown aws-dynamodb-kms because var.flag
  }
}

resource "aws_dynamodb_global_table" "some" {
  name = aws_dynamodb_table.some.name

  replica {
    region_name = "eu-west-1"
  }
}
