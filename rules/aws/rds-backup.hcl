# For how long backups of databases are kept.

setting "aws-rds-backup-week" {
  title    = "RDS keeps backups for a week"
  problem  = "Backups of this database are gone after ${value == 1 ? "a day" : "${value} days"}"
  layer    = "resilience"
  severity = "low"

  # without any backups another setting speaks
  on "aws_db_instance" {
    filter = attrs.replicate_source_db == null && !startswith(coalesce(attrs.engine, "none"), "aurora") && attrs.backup_retention_period >= 1
  }
  on "aws_rds_cluster" {
    filter  = attrs.replication_source_identifier == null
    default = 1
  }
  attribute    = "backup_retention_period"
  default_note = "Aurora keeps a day of backups, whatever is written"
  condition    = value >= 7

  why        = "A mistake is often noticed only after days; by then younger backups hold it as well."
  fix        = { backup_retention_period = 7 }
  careful    = "backups that are kept cost"
  aliases    = ["AWS-0077", "AVD-AWS-0077", "AC_AWS_0495"]
  frameworks = { "nist-800-53-r5" = ["CP-9"] }
  references = ["https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html"]
  since      = "0.1.0"
}

setting "aws-rds-backup-beyond-week" {
  title    = "Backups of clusters outlive a week"
  problem  = "Backups of this cluster are kept for a week and no longer"
  layer    = "resilience"
  severity = "info"

  resource  = "aws_rds_cluster"
  filter    = attrs.replication_source_identifier == null && attrs.backup_retention_period >= 7 # fewer days are another setting's
  attribute = "backup_retention_period"
  condition = value > 7

  why        = "What happened while somebody was away is noticed when they are back."
  fix        = { backup_retention_period = 14 }
  careful    = "backups that are kept cost"
  aliases    = ["AC_AWS_0495"]
  references = ["https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Managing.Backups.html"]
  since      = "0.1.0"
}
