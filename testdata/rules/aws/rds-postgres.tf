# PostgreSQL on RDS and Aurora.

variable "text" {
  type = string
}

resource "aws_db_instance" "silent" { # expect: unset aws-rds-postgres-statement-log, secure aws-rds-postgres-supported
  identifier     = "silent"
  engine         = "postgres"
  instance_class = "db.t4g.micro"
}

resource "aws_db_instance" "old" {
  identifier           = "old"
  engine               = "postgres"
  engine_version       = "12.6" # expect: insecure aws-rds-postgres-supported
  instance_class       = "db.t4g.micro"
  parameter_group_name = aws_db_parameter_group.off.name
}

resource "aws_db_parameter_group" "off" {
  name   = "off"
  family = "postgres12"

  parameter {
    name  = "log_statement"
    value = "none" # expect: insecure aws-rds-postgres-statement-log
  }
}

resource "aws_db_instance" "other_parameters" {
  identifier           = "other-parameters"
  engine               = "postgres"
  instance_class       = "db.t4g.micro"
  parameter_group_name = aws_db_parameter_group.other.name
}

resource "aws_db_parameter_group" "other" { # expect: unset aws-rds-postgres-statement-log
  name   = "other"
  family = "postgres17"

  parameter {
    name  = "log_connections"
    value = "1"
  }
}

resource "aws_db_instance" "current" {
  identifier           = "current"
  engine               = "postgres"
  engine_version       = "17.4" # expect: secure aws-rds-postgres-supported
  instance_class       = "db.t4g.micro"
  parameter_group_name = aws_db_parameter_group.on.name
}

resource "aws_db_parameter_group" "on" {
  name   = "on"
  family = "postgres17"

  parameter {
    name  = "log_statement"
    value = "ddl" # expect: secure aws-rds-postgres-statement-log
  }
}

resource "aws_db_instance" "audited" {
  identifier           = "audited"
  engine               = "postgres"
  engine_version       = "16" # expect: secure aws-rds-postgres-supported
  instance_class       = "db.t4g.micro"
  parameter_group_name = "audited"
}

resource "aws_db_parameter_group" "audited" {
  name   = "audited"
  family = "postgres16"

  parameter {
    name  = "pgaudit.log"
    value = "read,write,role" # expect: secure aws-rds-postgres-statement-log
  }
}

resource "aws_db_instance" "unknown" {
  identifier           = "unknown"
  engine               = "postgres"
  engine_version       = var.text # expect: unknown aws-rds-postgres-supported because var.text
  instance_class       = "db.t4g.micro"
  parameter_group_name = aws_db_parameter_group.unknown.name
}

resource "aws_db_parameter_group" "unknown" {
  name   = "unknown"
  family = "postgres17"

  parameter {
    name  = "log_statement"
    value = var.text # expect: unknown aws-rds-postgres-statement-log because var.text
  }
}

resource "aws_db_instance" "mysql" { # expect: not_applicable aws-rds-postgres-statement-log, not_applicable aws-rds-postgres-supported
  identifier     = "mysql"
  engine         = "mysql"
  engine_version = "8.4.5"
  instance_class = "db.t4g.micro"
}

# Aurora.

resource "aws_rds_cluster" "silent" { # expect: unset aws-rds-postgres-statement-log
  cluster_identifier = "silent"
  engine             = "aurora-postgresql"
  engine_version     = "11.6" # expect: insecure aws-rds-postgres-supported
}

resource "aws_rds_cluster" "current" {
  cluster_identifier              = "current"
  engine                          = "aurora-postgresql"
  engine_version                  = "16.6" # expect: secure aws-rds-postgres-supported
  db_cluster_parameter_group_name = aws_rds_cluster_parameter_group.on.name
}

resource "aws_rds_cluster_parameter_group" "on" {
  name   = "on"
  family = "aurora-postgresql16"

  parameter {
    name  = "log_statement"
    value = "mod" # expect: secure aws-rds-postgres-statement-log
  }
}

resource "aws_rds_cluster" "audited" {
  cluster_identifier              = "audited"
  engine                          = "aurora-postgresql"
  engine_version                  = "14.9" # expect: secure aws-rds-postgres-supported
  db_cluster_parameter_group_name = aws_rds_cluster_parameter_group.audited.name
}

resource "aws_rds_cluster_parameter_group" "audited" {
  name   = "audited"
  family = "aurora-postgresql14"

  parameter {
    name  = "pgaudit.log"
    value = "all" # expect: secure aws-rds-postgres-statement-log
  }
}
