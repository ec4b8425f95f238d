# provider: aws 6.25.0
# Warehouses, as version 6 of the provider leaves them.

variable "flag" {
  type = bool
}

variable "text" {
  type = string
}

variable "days" {
  type = number
}

resource "aws_redshift_cluster" "silent" { # expect: secure aws-redshift-encrypted, secure aws-redshift-public, unset aws-redshift-logging, secure aws-redshift-backup, secure aws-redshift-version-upgrade
  cluster_identifier = "silent"
  node_type          = "ra3.large"
}

resource "aws_redshift_cluster" "careless" { # expect: unset aws-redshift-logging
  cluster_identifier                  = "careless"
  node_type                           = "ra3.large"
  encrypted                           = false # expect: insecure aws-redshift-encrypted
  publicly_accessible                 = true  # expect: insecure aws-redshift-public
  automated_snapshot_retention_period = 0     # expect: insecure aws-redshift-backup
  allow_version_upgrade               = false # expect: insecure aws-redshift-version-upgrade
}

resource "aws_redshift_cluster" "careful" { # expect: secure aws-redshift-logging
  cluster_identifier                  = "careful"
  node_type                           = "ra3.large"
  encrypted                           = true  # expect: secure aws-redshift-encrypted
  publicly_accessible                 = false # expect: secure aws-redshift-public
  automated_snapshot_retention_period = 7     # expect: secure aws-redshift-backup
  allow_version_upgrade               = true  # expect: secure aws-redshift-version-upgrade
}

resource "aws_redshift_logging" "careful" {
  cluster_identifier   = aws_redshift_cluster.careful.id
  log_destination_type = "cloudwatch"
  log_exports          = ["connectionlog", "userlog"]
}

resource "aws_redshift_cluster" "unknown" { # expect: unset aws-redshift-logging
  cluster_identifier                  = "unknown"
  node_type                           = "ra3.large"
  encrypted                           = var.flag # expect: unknown aws-redshift-encrypted because var.flag
  publicly_accessible                 = var.flag # expect: unknown aws-redshift-public because var.flag
  automated_snapshot_retention_period = var.days # expect: unknown aws-redshift-backup because var.days
  allow_version_upgrade               = var.flag # expect: unknown aws-redshift-version-upgrade because var.flag
}

resource "aws_redshift_cluster" "restored" { # expect: not_applicable aws-redshift-encrypted, unset aws-redshift-logging
  cluster_identifier  = "restored"
  node_type           = "ra3.large"
  snapshot_identifier = "careful-2026-10-01"
}

# Parameter groups.

resource "aws_redshift_parameter_group" "silent" { # expect: unset aws-redshift-tls
  name   = "silent"
  family = "redshift-1.0"
}

resource "aws_redshift_parameter_group" "second_generation" { # expect: secure aws-redshift-tls
  name   = "second-generation"
  family = "redshift-2.0"
}

resource "aws_redshift_parameter_group" "off" {
  name   = "off"
  family = "redshift-1.0"

  parameter {
    name  = "require_ssl"
    value = "false" # expect: insecure aws-redshift-tls
  }
}

resource "aws_redshift_parameter_group" "on" {
  name   = "on"
  family = "redshift-1.0"

  parameter {
    name  = "enable_user_activity_logging"
    value = "true"
  }

  parameter {
    name  = "require_ssl"
    value = true # expect: secure aws-redshift-tls
  }
}

resource "aws_redshift_parameter_group" "unknown" {
  name   = "unknown"
  family = "redshift-1.0"

  parameter {
    name  = "require_ssl"
    value = var.text # expect: unknown aws-redshift-tls because var.text
  }
}
