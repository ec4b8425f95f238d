# RDS and Aurora: what is stored, who reaches it, and whether it comes back.

setting "aws-rds-storage-encrypted" {
  title    = "RDS storage is encrypted at rest"
  problem  = "This database's storage is not encrypted"
  layer    = "encryption"
  severity = "medium"

  on "aws_db_instance" {
    # a replica and a restored database take after what they come from; clusters encrypt for their instances
    filter    = attrs.replicate_source_db == null && attrs.snapshot_identifier == null && length(attrs.restore_to_point_in_time) == 0 && !startswith(coalesce(attrs.engine, "none"), "aurora")
    default   = false
    condition = value == true
  }
  on "aws_rds_cluster" {
    # Aurora Serverless v1 is always encrypted
    filter    = attrs.engine_mode != "serverless" && attrs.replication_source_identifier == null && attrs.snapshot_identifier == null && attrs.global_cluster_identifier == null && length(attrs.restore_to_point_in_time) == 0
    default   = false
    condition = value == true
  }
  on "aws_rds_global_cluster" {
    filter    = attrs.source_db_cluster_identifier == null
    default   = false
    condition = value == true
  }
  attribute = "storage_encrypted"

  why        = "A stolen snapshot or disk is readable by whoever holds it."
  fix        = { storage_encrypted = true }
  careful    = "on an existing database this replaces it: take a snapshot, copy it encrypted, restore"
  aliases    = ["CKV_AWS_16", "CKV_AWS_96", "CKV_AWS_140", "AVD-AWS-0079", "AVD-AWS-0080", "AC_AWS_0058", "AC_AWS_0186"]
  frameworks = { "nist-800-53-r5" = ["SC-28", "SC-28(1)"] }
  references = ["https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html"]
  since      = "0.1.0"
}

setting "aws-rds-customer-key" {
  title    = "Databases are encrypted with a key of your own"
  problem  = "A key that AWS holds alone opens this database"
  layer    = "encryption"
  severity = "info"

  resource  = ["aws_db_instance", "aws_rds_cluster"]
  filter    = attrs.storage_encrypted == true
  attribute = "kms_key_id"
  condition = is_own_key(value)

  why        = "With your own key you decide, and can see, who restores and copies; and a snapshot can go to another account."
  remedy     = "name a KMS key of yours in kms_key_id"
  careful    = "on an existing database this replaces it"
  aliases    = ["CKV_AWS_327", "AVD-AWS-0079"]
  references = ["https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.Keys.html"]
  since      = "0.1.0"
}

setting "aws-rds-public" {
  title    = "Databases have no public address"
  problem  = "This database has an address on the internet"
  layer    = "network"
  severity = "high"

  resource     = ["aws_db_instance", "aws_rds_cluster_instance"]
  attribute    = "publicly_accessible"
  default      = false
  default_note = "the provider sends false"
  condition    = value != true

  why        = "Only the security group and a password stand between the data and everyone."
  fix        = { publicly_accessible = false }
  careful    = "clients from outside the network no longer reach it"
  aliases    = ["CKV_AWS_17", "AVD-AWS-0180", "AC_AWS_0054"]
  frameworks = { "nist-800-53-r5" = ["AC-4", "SC-7"] }
  references = ["https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html"]
  since      = "0.1.0"
}

setting "aws-rds-backup-retention" {
  title    = "RDS keeps automated backups"
  problem  = "${coalesce(value, 0) == 0 ? "No backups of this database are made" : "Backups are kept ${value} days; ${input.min_days} are asked for"}"
  layer    = "resilience"
  severity = coalesce(value, 0) == 0 ? "medium" : "low"
  input "min_days" {
    type        = number
    default     = 1
    description = "Days for which backups must be kept."
  }

  on "aws_db_instance" {
    filter  = attrs.replicate_source_db == null && !startswith(coalesce(attrs.engine, "none"), "aurora")
    default = 0
  }
  on "aws_rds_cluster" {
    filter  = attrs.replication_source_identifier == null
    default = 1
  }
  attribute    = "backup_retention_period"
  default_note = "Aurora keeps a day of backups, whatever is written"
  condition    = value >= input.min_days

  why        = "Without backups a deletion is final; a mistake is often noticed only after days."
  fix        = { backup_retention_period = max(input.min_days, 7) }
  aliases    = ["CKV_AWS_133", "AWS-0077", "AVD-AWS-0077", "AC_AWS_0052", "AC_AWS_0495"]
  frameworks = { "nist-800-53-r5" = ["CP-9"] }
  references = ["https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html"]
  since      = "0.1.0"
}

setting "aws-rds-deletion-protection" {
  title    = "Databases are protected from deletion"
  problem  = "One call deletes this database"
  layer    = "resilience"
  severity = "low"

  on "aws_db_instance" {
    filter = attrs.replicate_source_db == null && !startswith(coalesce(attrs.engine, "none"), "aurora")
  }
  on "aws_rds_cluster" "aws_rds_global_cluster" {}
  attribute = "deletion_protection"
  default   = false
  condition = value == true

  why        = "A wrong destroy, or a stolen key, takes the data away."
  fix        = { deletion_protection = true }
  careful    = "a wanted destroy must switch it off first"
  aliases    = ["CKV_AWS_139", "CKV_AWS_293", "AVD-AWS-0177", "AVD-AWS-0343"]
  references = ["https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DeleteInstance.html"]
  since      = "0.1.0"
}

setting "aws-rds-final-snapshot" {
  title    = "A deleted database leaves a snapshot"
  problem  = "Destroying this database destroys its data: no final snapshot"
  layer    = "resilience"
  severity = "medium"

  on "aws_db_instance" {
    filter = attrs.replicate_source_db == null && !startswith(coalesce(attrs.engine, "none"), "aurora")
  }
  on "aws_rds_cluster" {
    filter = attrs.replication_source_identifier == null
  }
  attribute = "skip_final_snapshot"
  default   = false
  condition = value != true

  why        = "A rename in the code that replaces the database loses everything in it."
  fix        = { skip_final_snapshot = false }
  careful    = "a destroy then needs final_snapshot_identifier"
  references = ["https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DeleteInstance.html"]
  since      = "0.1.0"
}

setting "aws-rds-minor-upgrades" {
  title    = "Databases take minor versions by themselves"
  problem  = "Nobody brings security fixes into this database"
  layer    = "application"
  severity = "low"

  resource     = ["aws_db_instance", "aws_rds_cluster_instance"]
  attribute    = "auto_minor_version_upgrade"
  default      = true
  default_note = "the provider sends true"
  condition    = value == true

  why        = "Known holes of the engine stay open until somebody thinks of it."
  fix        = { auto_minor_version_upgrade = true }
  careful    = "upgrades come in the maintenance window, with a short outage"
  aliases    = ["CKV_AWS_226", "AC_AWS_0056"]
  frameworks = { "nist-800-53-r5" = ["SI-2"], "pci-dss-4" = ["6.3.3"] }
  references = ["https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_UpgradeDBInstance.Upgrading.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html"]
  since      = "0.1.0"
}

setting "aws-rds-iam-authentication" {
  title    = "Programs sign in to the database with their role"
  problem  = "This database knows passwords only"
  layer    = "accounts"
  severity = "low"

  on "aws_db_instance" {
    filter = contains(["mysql", "postgres", "mariadb"], attrs.engine) && attrs.replicate_source_db == null
  }
  on "aws_rds_cluster" {
    filter = attrs.engine_mode != "serverless" && contains(["aurora-mysql", "aurora-postgresql"], attrs.engine)
  }
  attribute    = "iam_database_authentication_enabled"
  default      = false
  default_note = "AWS leaves it off"
  condition    = value == true

  why        = "Passwords of programs live for years in files; tokens of a role for fifteen minutes."
  fix        = { iam_database_authentication_enabled = true }
  aliases    = ["CKV_AWS_161", "CKV_AWS_162", "AVD-AWS-0176", "AC_AWS_0053"]
  references = ["https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.html"]
  since      = "0.1.0"
}

setting "aws-rds-postgres-tls" {
  title    = "PostgreSQL on RDS refuses plain connections"
  problem  = "This database takes connections without TLS"
  layer    = "transit"
  severity = "medium"

  resource     = "aws_db_instance"
  filter       = attrs.engine == "postgres"
  default      = semverconstraint(coalesce(attrs.engine_version, "16"), ">= 15") ? "1" : "0"
  default_note = "on since PostgreSQL 15"
  condition    = value == "1"
  companion "aws_db_parameter_group" {
    from      = "parameter_group_name"
    attribute = "parameter[name=rds.force_ssl].value"
    fix       = { "parameter[name=rds.force_ssl].value" = "1" }
  }

  why        = "Credentials and rows cross the network readable."
  careful    = "clients that do not speak TLS are turned away"
  aliases    = ["CKV2_AWS_69"]
  references = ["https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/PostgreSQL.Concepts.General.SSL.html"]
  since      = "0.1.0"
}

setting "aws-rds-mysql-tls" {
  title    = "MySQL and MariaDB on RDS refuse plain connections"
  problem  = "This database takes connections without TLS"
  layer    = "transit"
  severity = "medium"

  on "aws_db_instance" {
    filter  = contains(["mysql", "mariadb"], attrs.engine)
    default = attrs.engine == "mysql" && semverconstraint(coalesce(attrs.engine_version, "8.0"), ">= 9.7") ? "1" : "0"
    companion "aws_db_parameter_group" {
      from      = "parameter_group_name"
      attribute = "parameter[name=require_secure_transport].value"
      fix       = { "parameter[name=require_secure_transport].value" = "1" }
    }
  }
  on "aws_rds_cluster" {
    filter  = attrs.engine == "aurora-mysql"
    default = startswith(coalesce(attrs.engine_version, "8.0"), "8.4.") ? "1" : "0"
    companion "aws_rds_cluster_parameter_group" {
      from      = "db_cluster_parameter_group_name"
      attribute = "parameter[name=require_secure_transport].value"
      fix       = { "parameter[name=require_secure_transport].value" = "1" }
    }
  }
  default_note = "on since MySQL 9.7 and Aurora MySQL 8.4"
  condition    = contains(["1", "on"], lower(value))

  why        = "Credentials and rows cross the network readable."
  careful    = "clients that do not speak TLS are turned away"
  aliases    = ["CKV2_AWS_69"]
  references = ["https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/mysql-ssl-connections.html"]
  since      = "0.1.0"
}

setting "aws-rds-logs" {
  title    = "Databases hand their logs over"
  problem  = "This database's logs vanish with it"
  layer    = "logging"
  severity = "low"

  on "aws_db_instance" {
    filter = !startswith(coalesce(attrs.engine, "none"), "aurora")
  }
  on "aws_rds_cluster" {}
  attribute = "enabled_cloudwatch_logs_exports"
  condition = length(value) > 0

  why        = "Failed logins and errors stay on the database for days only, where an intruder can reach them."
  aliases    = ["CKV_AWS_129", "CKV_AWS_324", "AC_AWS_0454"]
  frameworks = { "nist-800-53-r5" = ["AU-2", "AU-12"], "pci-dss-4" = ["10.2.1"] }
  references = ["https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_LogAccess.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html"]
  since      = "0.1.0"
}

setting "aws-rds-certificate" {
  title    = "Databases show a certificate of a current authority"
  problem  = "The authority ${value} behind this database's certificate has expired"
  layer    = "transit"
  severity = "low"

  resource     = ["aws_db_instance", "aws_rds_cluster_instance"]
  attribute    = "ca_cert_identifier"
  default      = "rds-ca-rsa2048-g1"
  default_note = "since 26 January 2024"
  condition    = !contains(["rds-ca-2015", "rds-ca-2019"], value)

  why        = "Clients that check certificates refuse the connection; the others have stopped checking."
  fix        = { ca_cert_identifier = "rds-ca-rsa2048-g1" }
  careful    = "clients must know the new authority before the change"
  aliases    = ["CKV_AWS_211"]
  references = ["https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL-certificate-rotation.html"]
  since      = "0.1.0"
}

setting "aws-rds-snapshot-shared" {
  title    = "Database snapshots are not shared with everyone"
  problem  = "Anyone with an AWS account can restore this snapshot"
  layer    = "data"
  severity = "critical"

  resource  = ["aws_db_snapshot", "aws_db_snapshot_copy", "aws_rds_cluster_snapshot_copy", "aws_db_cluster_snapshot"]
  attribute = "shared_accounts"
  condition = !contains(value, "all")

  why        = "A public snapshot is a public database."
  aliases    = ["CKV_AWS_302"]
  references = ["https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ShareSnapshot.html"]
  since      = "0.1.0"
}

setting "aws-rds-insights-customer-key" {
  title    = "Performance data is encrypted with a key of your own"
  problem  = "The statements that Performance Insights keeps open with a key that AWS manages"
  layer    = "encryption"
  severity = "info"

  resource  = ["aws_db_instance", "aws_rds_cluster_instance", "aws_rds_cluster"]
  filter    = attrs.performance_insights_enabled == true
  attribute = "performance_insights_kms_key_id"
  condition = is_own_key(value)

  why        = "Texts of statements can hold data of persons; the key of the database does not guard them."
  remedy     = "name a KMS key of yours in performance_insights_kms_key_id"
  careful    = "the key cannot be changed once chosen"
  aliases    = ["CKV_AWS_354", "AWS-0078", "AVD-AWS-0078"]
  references = ["https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PerfInsights.Enabling.html"]
  since      = "0.1.0"
}

setting "aws-rds-backup-customer-key" {
  title    = "Replicated backups are encrypted with a key of your own"
  problem  = "Backups in the other region open with a key that AWS manages, if they are encrypted at all"
  layer    = "encryption"
  severity = "info"

  resource  = "aws_db_instance_automated_backups_replication"
  attribute = "kms_key_id"
  condition = is_own_key(value)

  why        = "The copy holds the whole database: what guards the one should guard the other."
  remedy     = "name a KMS key of yours in kms_key_id"
  careful    = "it must be a key of the region that the backups go to; the replication starts anew"
  aliases    = ["CKV_AWS_245"]
  references = ["https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReplicateBackups.html"]
  since      = "0.1.0"
}

setting "aws-rds-zones" {
  title    = "Databases survive the loss of a zone"
  problem  = "This database lies in one zone"
  layer    = "resilience"
  severity = "info"

  resource     = "aws_db_instance"
  filter       = attrs.replicate_source_db == null && !startswith(coalesce(attrs.engine, "none"), "aurora")
  attribute    = "multi_az"
  default      = false
  default_note = "AWS makes one instance"
  condition    = value == true

  why        = "A power cut in one data centre, or a patch, stops everything that needs the database."
  fix        = { multi_az = true }
  careful    = "the standby costs as much as the instance"
  aliases    = ["CKV_AWS_157"]
  references = ["https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZSingleStandby.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html"]
  since      = "0.1.0"
}

setting "aws-rds-copy-tags" {
  title    = "Snapshots of databases carry their tags"
  problem  = "Snapshots of this database carry no tags"
  layer    = "data"
  severity = "info"

  on "aws_db_instance" {
    # Aurora's snapshots are the cluster's
    filter = !startswith(coalesce(attrs.engine, "none"), "aurora")
  }
  on "aws_rds_cluster" {}
  attribute    = "copy_tags_to_snapshot"
  default      = false
  default_note = "AWS leaves it off"
  condition    = value == true

  why        = "Policies that go by tags do not hold for the copies, and nobody knows whose data is in them."
  fix        = { copy_tags_to_snapshot = true }
  aliases    = ["CKV2_AWS_60", "CKV_AWS_313"]
  references = ["https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Tagging.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html"]
  since      = "0.1.0"
}

setting "aws-rds-enhanced-monitoring" {
  title    = "The system below the database is watched"
  problem  = "Nobody sees which processes run beside this database"
  layer    = "logging"
  severity = "info"

  on "aws_db_instance" {}
  on "aws_rds_cluster_instance" {
    companion "aws_rds_cluster" {
      from      = "cluster_identifier"
      attribute = "monitoring_interval"
    }
  }
  attribute    = "monitoring_interval"
  default      = 0
  default_note = "AWS leaves it off"
  condition    = value > 0

  why        = "Metrics of the hypervisor do not tell what takes the processor and the memory."
  careful    = "monitoring_role_arn must name a role, and the metrics are paid for as logs"
  aliases    = ["CKV_AWS_118"]
  references = ["https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Monitoring.OS.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html"]
  since      = "0.1.0"
}

setting "aws-rds-audit-log" {
  title    = "Aurora MySQL hands its audit log over"
  problem  = "Nobody can say who read this database"
  layer    = "logging"
  severity = "low"

  resource  = "aws_rds_cluster"
  filter    = attrs.engine == "aurora-mysql" && attrs.engine_mode != "serverless" # Serverless v1 hands over whatever is written
  attribute = "enabled_cloudwatch_logs_exports"
  condition = contains(value, "audit")

  why        = "Logins and statements leave no trace that survives the cluster."
  fix        = { enabled_cloudwatch_logs_exports = ["audit"] }
  careful    = "the parameter server_audit_logging must be on as well"
  aliases    = ["CKV_AWS_325"]
  references = ["https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Integrating.CloudWatch.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html"]
  since      = "0.1.0"
}

setting "aws-rds-backtrack" {
  title    = "Aurora MySQL can be wound back"
  problem  = "A wrong statement on this cluster is undone by a restore only"
  layer    = "resilience"
  severity = "info"

  resource     = "aws_rds_cluster"
  filter       = attrs.engine == "aurora-mysql" && attrs.engine_mode != "serverless" && attrs.global_cluster_identifier == null
  attribute    = "backtrack_window"
  default      = 0
  default_note = "AWS leaves it off"
  condition    = value > 0

  why        = "Winding back takes minutes, a restore into a new cluster hours."
  fix        = { backtrack_window = 86400 }
  careful    = "only clusters made with it can have it, and the changes kept are paid for"
  aliases    = ["CKV_AWS_326"]
  references = ["https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Managing.Backtrack.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html"]
  since      = "0.1.0"
}

setting "aws-rds-backup-plan" {
  title    = "Clusters are in a backup plan"
  problem  = "Only its own backups, which go with it, bring this cluster back"
  layer    = "resilience"
  severity = "info"

  resource  = "aws_rds_cluster"
  default_note = "unless a plan of the account selects it by its tags or its type"
  condition = value != null
  companion "aws_backup_selection" {
    via = "resources[*]"
  }
  companion "aws_backup_selection" {
    scope   = "provider"
    subject = [for t in carrier.selection_tag : t if lookup(attrs.tags, t.key, "") == t.value || lookup(attrs.tags_all, t.key, "") == t.value][0]
  }
  companion "aws_backup_selection" {
    scope   = "provider"
    filter  = length(carrier.selection_tag) == 0 && length(referred(carrier, "*", "resources")) == 0
    subject = [for r in carrier.resources : r if contains(["*", "arn:aws:rds:*:*:cluster:*"], r)][0]
  }

  why        = "A plan keeps backups in a vault of its own, longer, and out of reach of whoever may delete databases."
  careful    = "backups in a vault are paid for"
  aliases    = ["CKV2_AWS_8"]
  references = ["https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html"]
  since      = "0.1.0"
}
