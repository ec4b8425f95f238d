# Timestream.

variable "flag" {
  type = bool
}

variable "text" {
  type      = string
  sensitive = true
}

variable "key" {
  type = string
}

resource "aws_kms_key" "metrics" {
  description = "metrics"
}

resource "aws_timestreamwrite_database" "silent" { # expect: unset aws-timestream-customer-key
  database_name = "silent"
}

resource "aws_timestreamwrite_database" "keyed" {
  database_name = "keyed"
  kms_key_id    = aws_kms_key.metrics.arn # expect: secure aws-timestream-customer-key
}

resource "aws_timestreamwrite_database" "named" {
  database_name = "named"
  kms_key_id    = "arn:aws:kms:eu-central-1:123456789012:key/metrics" # expect: secure aws-timestream-customer-key
}

resource "aws_timestreamwrite_database" "unknown" {
  database_name = "unknown"
  kms_key_id    = var.key # expect: unknown aws-timestream-customer-key because var.key
}

resource "aws_timestreaminfluxdb_db_instance" "silent" { # expect: secure aws-timestream-public
  name                   = "silent"
  allocated_storage      = 20
  bucket                 = "metrics"
  organization           = "shop"
  db_instance_type       = "db.influx.medium"
  username               = "admin"
  password               = var.text
  vpc_security_group_ids = ["sg-0123456789abcdef0"]
  vpc_subnet_ids         = ["subnet-0123456789abcdef0"]
}

resource "aws_timestreaminfluxdb_db_instance" "public" {
  name                   = "public"
  allocated_storage      = 20
  bucket                 = "metrics"
  organization           = "shop"
  db_instance_type       = "db.influx.medium"
  username               = "admin"
  password               = var.text
  publicly_accessible    = true # expect: insecure aws-timestream-public
  vpc_security_group_ids = ["sg-0123456789abcdef0"]
  vpc_subnet_ids         = ["subnet-0123456789abcdef0"]
}

resource "aws_timestreaminfluxdb_db_instance" "inside" {
  name                   = "inside"
  allocated_storage      = 20
  bucket                 = "metrics"
  organization           = "shop"
  db_instance_type       = "db.influx.medium"
  username               = "admin"
  password               = var.text
  publicly_accessible    = false # expect: secure aws-timestream-public
  vpc_security_group_ids = ["sg-0123456789abcdef0"]
  vpc_subnet_ids         = ["subnet-0123456789abcdef0"]
}

resource "aws_timestreaminfluxdb_db_instance" "unknown" {
  name                   = "unknown"
  allocated_storage      = 20
  bucket                 = "metrics"
  organization           = "shop"
  db_instance_type       = "db.influx.medium"
  username               = "admin"
  password               = var.text
  publicly_accessible    = var.flag # expect: unknown aws-timestream-public because var.flag
  vpc_security_group_ids = ["sg-0123456789abcdef0"]
  vpc_subnet_ids         = ["subnet-0123456789abcdef0"]
}
