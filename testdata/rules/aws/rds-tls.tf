# Whether databases take plain connections; their parameter groups decide.

variable "force" {
  type = string
}

# PostgreSQL.

resource "aws_db_instance" "postgres_16" { # expect: secure aws-rds-postgres-tls
  identifier     = "postgres-16"
  engine         = "postgres"
  engine_version = "16.4"
  instance_class = "db.t4g.micro"
}

resource "aws_db_instance" "postgres_13" { # expect: unset aws-rds-postgres-tls
  identifier     = "postgres-13"
  engine         = "postgres"
  engine_version = "13.14"
  instance_class = "db.t4g.micro"
}

resource "aws_db_parameter_group" "forced" {
  name   = "forced"
  family = "postgres13"

  parameter {
    name  = "log_connections"
    value = "1"
  }

  parameter {
    name  = "rds.force_ssl"
    value = "1" # expect: secure aws-rds-postgres-tls
  }
}

resource "aws_db_instance" "forced" {
  identifier           = "forced"
  engine               = "postgres"
  engine_version       = "13.14"
  instance_class       = "db.t4g.micro"
  parameter_group_name = aws_db_parameter_group.forced.name
}

resource "aws_db_parameter_group" "off" {
  name   = "off"
  family = "postgres16"

  parameter {
    name  = "rds.force_ssl"
    value = 0 # expect: insecure aws-rds-postgres-tls
  }
}

resource "aws_db_instance" "off" {
  identifier           = "off"
  engine               = "postgres"
  engine_version       = "16.4"
  instance_class       = "db.t4g.micro"
  parameter_group_name = "off"
}

resource "aws_db_parameter_group" "unknown" {
  name   = "unknown"
  family = "postgres16"

  parameter {
    name  = "rds.force_ssl"
    value = var.force # expect: unknown aws-rds-postgres-tls because var.force
  }
}

resource "aws_db_instance" "unknown" {
  identifier           = "unknown"
  engine               = "postgres"
  engine_version       = "16.4"
  instance_class       = "db.t4g.micro"
  parameter_group_name = aws_db_parameter_group.unknown.name
}

resource "aws_db_instance" "oracle" { # expect: not_applicable aws-rds-postgres-tls, not_applicable aws-rds-mysql-tls
  identifier     = "oracle"
  engine         = "oracle-se2"
  instance_class = "db.t3.medium"
}

# MySQL.

resource "aws_db_instance" "mysql" { # expect: unset aws-rds-mysql-tls
  identifier     = "mysql"
  engine         = "mysql"
  engine_version = "8.0"
  instance_class = "db.t4g.micro"
}

resource "aws_db_instance" "mysql_9" { # expect: secure aws-rds-mysql-tls
  identifier     = "mysql-9"
  engine         = "mysql"
  engine_version = "9.7.0"
  instance_class = "db.t4g.micro"
}

resource "aws_db_parameter_group" "mysql_off" {
  name   = "mysql-off"
  family = "mysql8.0"

  parameter {
    name  = "require_secure_transport"
    value = "OFF" # expect: insecure aws-rds-mysql-tls
  }
}

resource "aws_db_instance" "mysql_off" {
  identifier           = "mysql-off"
  engine               = "mysql"
  engine_version       = "8.0"
  instance_class       = "db.t4g.micro"
  parameter_group_name = aws_db_parameter_group.mysql_off.name
}

resource "aws_db_parameter_group" "mariadb" {
  name   = "mariadb"
  family = "mariadb10.11"

  parameter {
    name  = "require_secure_transport"
    value = "1" # expect: secure aws-rds-mysql-tls
  }
}

resource "aws_db_instance" "mariadb" {
  identifier           = "mariadb"
  engine               = "mariadb"
  engine_version       = "10.11"
  instance_class       = "db.t4g.micro"
  parameter_group_name = aws_db_parameter_group.mariadb.id
}

resource "aws_rds_cluster_parameter_group" "aurora" {
  name   = "aurora"
  family = "aurora-mysql8.0"

  parameter {
    name  = "require_secure_transport"
    value = "ON" # expect: secure aws-rds-mysql-tls
  }
}

resource "aws_rds_cluster" "aurora" {
  cluster_identifier              = "aurora"
  engine                          = "aurora-mysql"
  engine_version                  = "8.0.mysql_aurora.3.08.0"
  db_cluster_parameter_group_name = aws_rds_cluster_parameter_group.aurora.name
}

resource "aws_rds_cluster" "aurora_silent" { # expect: unset aws-rds-mysql-tls
  cluster_identifier = "aurora-silent"
  engine             = "aurora-mysql"
  engine_version     = "8.0.mysql_aurora.3.08.0"
}

resource "aws_rds_cluster" "aurora_84" { # expect: secure aws-rds-mysql-tls
  cluster_identifier = "aurora-84"
  engine             = "aurora-mysql"
  engine_version     = "8.4.mysql_aurora.8.4.0"
}

resource "aws_rds_cluster" "aurora_unknown" {
  cluster_identifier              = "aurora-unknown"
  engine                          = "aurora-mysql"
  engine_version                  = "8.0.mysql_aurora.3.08.0"
  db_cluster_parameter_group_name = aws_rds_cluster_parameter_group.aurora_unknown.name
}

resource "aws_rds_cluster_parameter_group" "aurora_unknown" {
  name   = "aurora-unknown"
  family = "aurora-mysql8.0"

  parameter {
    name  = "require_secure_transport"
    value = var.force # expect: unknown aws-rds-mysql-tls because var.force
  }
}
