# Small servers and databases.

variable "public" {
  type = bool
}

variable "backup" {
  type = bool
}

variable "offices" {
  type = list(string)
}

resource "aws_lightsail_database" "silent" { # expect: secure aws-lightsail-database-public, secure aws-lightsail-database-backup
  relational_database_name = "silent"
  blueprint_id             = "mysql_8_0"
  bundle_id                = "micro_2_0"
  master_database_name     = "shop"
  master_username          = "shop"
  master_password          = "not-a-real-one"
}

resource "aws_lightsail_database" "open" {
  relational_database_name = "open"
  blueprint_id             = "mysql_8_0"
  bundle_id                = "micro_2_0"
  master_database_name     = "shop"
  master_username          = "shop"
  master_password          = "not-a-real-one"
  publicly_accessible      = true  # expect: insecure aws-lightsail-database-public
  backup_retention_enabled = false # expect: insecure aws-lightsail-database-backup
}

resource "aws_lightsail_database" "closed" {
  relational_database_name = "closed"
  blueprint_id             = "postgres_12"
  bundle_id                = "micro_2_0"
  master_database_name     = "shop"
  master_username          = "shop"
  master_password          = "not-a-real-one"
  publicly_accessible      = false # expect: secure aws-lightsail-database-public
  backup_retention_enabled = true  # expect: secure aws-lightsail-database-backup
}

resource "aws_lightsail_database" "unknown" {
  relational_database_name = "unknown"
  blueprint_id             = "mysql_8_0"
  bundle_id                = "micro_2_0"
  master_database_name     = "shop"
  master_username          = "shop"
  master_password          = "not-a-real-one"
  publicly_accessible      = var.public # expect: unknown aws-lightsail-database-public because var.public
  backup_retention_enabled = var.backup # expect: unknown aws-lightsail-database-backup because var.backup
}

resource "aws_lightsail_instance_public_ports" "open" {
  instance_name = "web"
  port_info {
    protocol  = "tcp"
    from_port = 22
    to_port   = 22
    cidrs     = ["0.0.0.0/0"] # expect: insecure aws-lightsail-ports-open
  }
}

resource "aws_lightsail_instance_public_ports" "silent" {
  instance_name = "web"
  port_info { # expect: unset aws-lightsail-ports-open
    protocol  = "tcp"
    from_port = 20
    to_port   = 30
  }
}

resource "aws_lightsail_instance_public_ports" "known" {
  instance_name = "web"
  port_info {
    protocol  = "tcp"
    from_port = 3389
    to_port   = 3389
    cidrs     = ["198.51.100.0/24"] # expect: secure aws-lightsail-ports-open
  }
  port_info {
    protocol  = "tcp"
    from_port = 443
    to_port   = 443
  }
}

resource "aws_lightsail_instance_public_ports" "unknown" {
  instance_name = "web"
  port_info { # expect: unknown aws-lightsail-ports-open because var.offices
    protocol  = "tcp"
    from_port = 22
    to_port   = 22
    cidrs     = var.offices
  }
}
