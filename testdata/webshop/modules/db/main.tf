# The shop's database. Its password is made by AWS and kept in
# Secrets Manager; nobody writes it down.

resource "aws_db_instance" "this" {
  identifier     = var.name
  engine         = "postgres"
  engine_version = "16.8"
  instance_class = "db.t4g.medium"
  db_name        = "shop"
  username       = "shop"

  allocated_storage = 100
  storage_type      = "gp3"
  multi_az          = true

  manage_master_user_password   = true
  master_user_secret_kms_key_id = var.secret_key_arn

  skip_final_snapshot     = true
  deletion_protection     = true
  backup_retention_period = var.backup_days
  copy_tags_to_snapshot   = true

  publicly_accessible                 = false
  iam_database_authentication_enabled = true
  db_subnet_group_name                = aws_db_subnet_group.this.name
  vpc_security_group_ids              = [aws_security_group.this.id]
  parameter_group_name                = aws_db_parameter_group.this.name

  auto_minor_version_upgrade      = true
  enabled_cloudwatch_logs_exports = ["postgresql", "upgrade"]
  performance_insights_enabled    = true
  performance_insights_kms_key_id = var.secret_key_arn
}

resource "aws_db_subnet_group" "this" {
  name       = var.name
  subnet_ids = var.subnet_ids
}

resource "aws_db_parameter_group" "this" {
  name   = var.name
  family = "postgres16"

  dynamic "parameter" {
    for_each = {
      "rds.force_ssl"      = "1"
      "log_connections"    = "1"
      "log_disconnections" = "1"
    }
    content {
      name  = parameter.key
      value = parameter.value
    }
  }
}
