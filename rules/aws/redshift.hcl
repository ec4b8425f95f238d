# Redshift: clusters, and namespaces and workgroups of Redshift Serverless.

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
  aliases    = ["CKV_AWS_64", "AC_AWS_0198", "AVD-AWS-0084"]
  references = ["https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-db-encryption.html"]
  since      = "0.1.0"
}

setting "aws-redshift-public" {
  title    = "Redshift clusters have no public address"
  problem  = "This cluster has an address on the internet"
  layer    = "network"
  severity = "high"

  on "aws_redshift_cluster" {
    defaults = { "< 6.0" = true, ">= 6.0" = false }
  }
  on "aws_redshiftserverless_workgroup" {
    default = false
  }
  attribute    = "publicly_accessible"
  default_note = "false for clusters since version 6 of the provider, and for Serverless"
  condition    = value == false

  why        = "Only the security group and a password stand between the warehouse and everyone."
  fix        = { publicly_accessible = false }
  careful    = "clients from outside the network no longer reach it"
  aliases    = ["CKV_AWS_87", "CKV_AWS_391", "AC_AWS_0199"]
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

  on "aws_redshift_cluster" {
    subject   = [for l in attrs.logging : l.enable][0]
    condition = value == true
    companion "aws_redshift_logging" {
      via       = "cluster_identifier"
      condition = value != null
    }
  }
  on "aws_redshiftserverless_namespace" {
    attribute = "log_exports"
    condition = length(setintersection(value, ["connectionlog", "userlog", "useractivitylog"])) > 0
    fix       = { log_exports = ["connectionlog", "useractivitylog", "userlog"] }
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

setting "aws-redshift-customer-key" {
  title    = "Redshift is encrypted with a key of your own"
  problem  = "A key that AWS holds alone opens this warehouse"
  layer    = "encryption"
  severity = "info"

  on "aws_redshift_cluster" {
    # takes after the snapshot; before version 6 of the provider no encryption was the default
    filter = attrs.snapshot_identifier == null && attrs.snapshot_arn == null && (attrs.encrypted == "true" || attrs.encrypted == null && semverconstraint(meta.provider_version, ">= 6.0"))
  }
  on "aws_redshiftserverless_namespace" {}
  attribute = "kms_key_id"
  condition = is_own_key(value)

  why        = "With your own key you decide, and can see, who restores; and a snapshot can go to another account."
  careful    = "a cluster is read-only while it moves to the key"
  aliases    = ["CKV_AWS_142", "CKV_AWS_282", "AWS-0084", "AVD-AWS-0084"]
  references = ["https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-db-encryption.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/redshift-controls.html"]
  since      = "0.1.0"
}

setting "aws-redshift-copy-customer-key" {
  title    = "Copied snapshots are encrypted with a key of your own"
  problem  = "Snapshots that go to the other region open with a key that AWS manages"
  layer    = "encryption"
  severity = "info"

  resource  = "aws_redshift_snapshot_copy_grant"
  attribute = "kms_key_id"
  condition = is_own_key(value)

  why        = "The copy holds the whole warehouse: what guards the cluster should guard it, too."
  remedy     = "name a KMS key of yours in kms_key_id"
  careful    = "the grant is replaced"
  aliases    = ["CKV_AWS_281"]
  references = ["https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-db-encryption.html"]
  since      = "0.1.0"
}

setting "aws-redshift-subnet-group" {
  title    = "Redshift lies in subnets that you chose"
  problem  = "This cluster lies in the account's default network"
  layer    = "network"
  severity = "low"

  resource     = "aws_redshift_cluster"
  attribute    = "cluster_subnet_group_name"
  default      = "default"
  default_note = "the subnets of the default network, all of which lead to the internet"
  condition    = value != "default"

  why        = "The default network is shared by everything that names none, and made to be reachable."
  remedy     = "name a subnet group of your own network in cluster_subnet_group_name"
  careful    = "the cluster is replaced"
  aliases    = ["CKV_AWS_154", "AWS-0127", "AVD-AWS-0127"]
  references = ["https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-cluster-subnet-groups.html"]
  since      = "0.1.0"
}

setting "aws-redshift-vpc-routing" {
  title    = "COPY and UNLOAD stay in your network"
  problem  = "What this warehouse loads and unloads leaves your network, past its rules and flow logs"
  layer    = "network"
  severity = "low"

  resource     = ["aws_redshift_cluster", "aws_redshiftserverless_workgroup"]
  attribute    = "enhanced_vpc_routing"
  default      = false
  default_note = "AWS leaves it off"
  condition    = value == true

  why        = "UNLOAD can then write the warehouse into anybody's bucket, and no endpoint policy stops it."
  fix        = { enhanced_vpc_routing = true }
  careful    = "the network needs a way to S3, as by a gateway endpoint"
  aliases    = ["CKV_AWS_321"]
  references = ["https://docs.aws.amazon.com/redshift/latest/mgmt/enhanced-vpc-routing.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/redshift-controls.html"]
  since      = "0.1.0"
}

setting "aws-redshift-encrypted-explicit" {
  title    = "Redshift clusters say that they are encrypted"
  problem  = "Whether this cluster is encrypted depends on the provider's version"
  layer    = "encryption"
  severity = "info"

  resource  = "aws_redshift_cluster"
  filter    = attrs.snapshot_identifier == null && attrs.snapshot_arn == null
  subject   = attrs.encrypted # its default is another setting's
  condition = value != null

  why        = "Before version 6 the provider left it off; what is written holds for both."
  fix        = { encrypted = "true" }
  careful    = "the cluster is read-only while it moves"
  aliases    = ["CKV_AWS_64", "AVD-AWS-0084", "AC_AWS_0198"]
  references = ["https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-db-encryption.html"]
  since      = "0.1.0"
}

setting "aws-redshift-public-explicit" {
  title    = "Redshift clusters say that they have no public address"
  problem  = "Whether this cluster has a public address depends on the provider's version"
  layer    = "network"
  severity = "info"

  resource  = "aws_redshift_cluster"
  subject   = attrs.publicly_accessible # its default is another setting's
  condition = value != null

  why        = "Before version 6 the provider gave one; what is written holds for both."
  fix        = { publicly_accessible = false }
  careful    = "clients from outside the network no longer reach it"
  aliases    = ["CKV_AWS_87", "AC_AWS_0199"]
  references = ["https://docs.aws.amazon.com/redshift/latest/mgmt/managing-clusters-vpc.html"]
  since      = "0.1.0"
}

setting "aws-redshift-database-name" {
  title    = "Warehouses name their database"
  problem  = "The database of this warehouse is called dev, as everybody's"
  layer    = "data"
  severity = "info"

  resource     = "aws_redshift_cluster"
  attribute    = "database_name"
  default_note = "AWS makes one called dev"
  condition    = value != null

  why        = "A name that everybody knows is the first that is tried, and hides what the data is."
  careful    = "the cluster is replaced"
  aliases    = ["CKV_AWS_320"]
  references = ["https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-clusters.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/redshift-controls.html"]
  since      = "0.1.0"
}
