# PostgreSQL on RDS and Aurora: what only this engine has.

setting "aws-rds-postgres-statement-log" {
  title    = "PostgreSQL on RDS records what is changed"
  problem  = "This database records no statements"
  layer    = "logging"
  severity = "low"

  on "aws_db_instance" {
    filter = attrs.engine == "postgres"
    companion "aws_db_parameter_group" {
      from      = "parameter_group_name"
      attribute = "parameter[name=log_statement].value"
      fix       = { "parameter[name=log_statement].value" = "ddl" }
    }
    companion "aws_db_parameter_group" { # the audit extension records who read what
      from      = "parameter_group_name"
      attribute = "parameter[name=pgaudit.log].value"
    }
  }
  on "aws_rds_cluster" {
    filter = attrs.engine == "aurora-postgresql"
    companion "aws_rds_cluster_parameter_group" {
      from      = "db_cluster_parameter_group_name"
      attribute = "parameter[name=log_statement].value"
      fix       = { "parameter[name=log_statement].value" = "ddl" }
    }
    companion "aws_rds_cluster_parameter_group" {
      from      = "db_cluster_parameter_group_name"
      attribute = "parameter[name=pgaudit.log].value"
    }
  }
  default      = "none"
  default_note = "PostgreSQL records errors only"
  condition    = regex_match(lower(value), "ddl|mod|all|read|write|role|function|misc")

  why        = "After a break-in nobody can say which tables and users were changed."
  careful    = "with mod and all, values land in the log; log_min_duration_statement records slow ones only"
  aliases    = ["CKV2_AWS_27", "CKV2_AWS_30"]
  references = ["https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_LogAccess.Concepts.PostgreSQL.Query_Logging.html", "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Appendix.PostgreSQL.CommonDBATasks.pgaudit.html"]
  since      = "0.1.0"
}

setting "aws-rds-postgres-supported" {
  title    = "PostgreSQL on RDS is a version that AWS supports"
  problem  = "PostgreSQL ${value} is out of AWS's standard support"
  layer    = "application"
  severity = "low"

  resource     = ["aws_db_instance", "aws_rds_cluster"]
  filter       = contains(["postgres", "aurora-postgresql"], attrs.engine)
  attribute    = "engine_version"
  default_note = "AWS takes a current version"
  condition    = value == null || !regex_match(value, "^(9|1[0-3])([.]|$)")

  why        = "Only grave holes are still closed, at an extra price, for three years; early releases of these versions let users read files of the server."
  careful    = "a new major version needs allow_major_version_upgrade, and a test of the programs"
  aliases    = ["CKV_AWS_250", "CKV_AWS_388"]
  references = ["https://docs.aws.amazon.com/AmazonRDS/latest/PostgreSQLReleaseNotes/postgresql-release-calendar.html", "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/extended-support.html"]
  since      = "0.1.0"
}
