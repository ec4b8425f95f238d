# Redshift clusters.

setting "aws-redshift-encrypted" {
  title    = "Redshift storage is encrypted"
  problem  = "This cluster's storage is not encrypted"
  layer    = "encryption"
  severity = "medium"

  resource     = "aws_redshift_cluster"
  filter       = attrs.snapshot_identifier == null && attrs.snapshot_arn == null # takes after the snapshot
  attribute    = "encrypted"
  defaults     = { "< 6.0" = "false", ">= 6.0" = "true" }
  default_note = "version 6 of the provider follows AWS, which encrypts new clusters since January 2025"
  condition    = value == "true"

  why        = "Disks and snapshots hold the whole warehouse."
  fix        = { encrypted = "true" }
  careful    = "the cluster is read-only while it moves"
  aliases    = ["CKV_AWS_64", "AC_AWS_0198"]
  references = ["https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-db-encryption.html"]
  since      = "0.1.0"
}

setting "aws-redshift-public" {
  title    = "Redshift clusters have no public address"
  problem  = "This cluster has an address on the internet"
  layer    = "network"
  severity = "high"

  resource     = "aws_redshift_cluster"
  attribute    = "publicly_accessible"
  defaults     = { "< 6.0" = true, ">= 6.0" = false }
  default_note = "false since version 6 of the provider"
  condition    = value == false

  why        = "Only the security group and a password stand between the warehouse and everyone."
  fix        = { publicly_accessible = false }
  careful    = "clients from outside the network no longer reach it"
  aliases    = ["CKV_AWS_87", "AC_AWS_0199"]
  frameworks = { "nist-800-53-r5" = ["AC-4", "SC-7"] }
  references = ["https://docs.aws.amazon.com/redshift/latest/mgmt/managing-clusters-vpc.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/redshift-controls.html"]
  since      = "0.1.0"
}

setting "aws-redshift-tls" {
  title    = "Redshift refuses plain connections"
  problem  = "This cluster takes connections without TLS"
  layer    = "transit"
  severity = "medium"

  resource     = "aws_redshift_parameter_group"
  attribute    = "parameter[name=require_ssl].value"
  default      = startswith(coalesce(attrs.family, "redshift-1.0"), "redshift-1") ? "false" : "true"
  default_note = "off in the family redshift-1.0, on in redshift-2.0"
  condition    = contains(["true", "1", "on"], lower(value))

  why        = "Credentials and rows cross the network readable."
  fix        = { "parameter[name=require_ssl].value" = "true" }
  careful    = "clients that do not speak TLS are turned away"
  aliases    = ["CKV_AWS_105"]
  references = ["https://docs.aws.amazon.com/redshift/latest/mgmt/connecting-ssl-support.html"]
  since      = "0.1.0"
}

setting "aws-redshift-logging" {
  title    = "Redshift logs connections and queries"
  problem  = "Nobody can say who read this warehouse"
  layer    = "logging"
  severity = "low"

  resource  = "aws_redshift_cluster"
  subject   = [for l in attrs.logging : l.bucket_name if l.enable == true][0]
  condition = value != null
  companion "aws_redshift_logging" {
    via = "cluster_identifier"
  }

  why        = "After a leak it stays unknown what was read, and by whom."
  aliases    = ["CKV_AWS_71", "AC_AWS_0200"]
  references = ["https://docs.aws.amazon.com/redshift/latest/mgmt/db-auditing.html"]
  since      = "0.1.0"
}

setting "aws-redshift-backup" {
  title    = "Redshift keeps snapshots"
  problem  = "No snapshots of this cluster are kept"
  layer    = "resilience"
  severity = "medium"

  resource  = "aws_redshift_cluster"
  attribute = "automated_snapshot_retention_period"
  default   = 1
  condition = value > 0

  why        = "A deletion or a faulty load is final."
  fix        = { automated_snapshot_retention_period = 7 }
  aliases    = ["CKV_AWS_343"]
  references = ["https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-snapshots.html"]
  since      = "0.1.0"
}

setting "aws-redshift-version-upgrade" {
  title    = "Redshift takes new versions by itself"
  problem  = "Nobody brings security fixes into this cluster"
  layer    = "application"
  severity = "low"

  resource  = "aws_redshift_cluster"
  attribute = "allow_version_upgrade"
  default   = true
  condition = value == true

  why        = "Known holes of the engine stay open until somebody thinks of it."
  fix        = { allow_version_upgrade = true }
  aliases    = ["CKV_AWS_141"]
  references = ["https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-clusters.html"]
  since      = "0.1.0"
}
