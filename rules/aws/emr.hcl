# EMR: clusters, and how they keep and move data.

setting "aws-emr-block-public-access" {
  title    = "The account keeps EMR clusters off the internet"
  problem  = "EMR clusters of this account may be open to the internet"
  layer    = "network"
  severity = "high"

  resource  = "aws_emr_block_public_access_configuration"
  attribute = "block_public_security_group_rules"
  condition = value == true

  why        = "A security group with one rule too many hands a cluster, its data and its role to whoever scans for it."
  fix        = { block_public_security_group_rules = true }
  careful    = "clusters whose groups are open can no longer be started"
  aliases    = ["CKV_AWS_390"]
  references = ["https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-block-public-access.html"]
  since      = "0.1.0"
}

setting "aws-emr-encryption-at-rest" {
  title    = "EMR encrypts what it stores"
  problem  = "Clusters with this configuration store data unencrypted"
  layer    = "encryption"
  severity = "medium"

  resource  = "aws_emr_security_configuration"
  subject   = jsondecode(attrs.configuration).EncryptionConfiguration.EnableAtRestEncryption
  default   = false
  condition = value == true

  why        = "What a cluster left on its disks is readable by whoever gets a copy of them."
  careful    = "a configuration cannot be changed: clusters are made anew with the new one"
  aliases    = ["AWS-0137", "AVD-AWS-0137"]
  references = ["https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-data-encryption-options.html"]
  since      = "0.1.0"
}

setting "aws-emr-local-disks-encrypted" {
  title    = "EMR encrypts the disks of its machines"
  problem  = "Machines of these clusters store data unencrypted"
  layer    = "encryption"
  severity = "medium"

  resource  = "aws_emr_security_configuration"
  filter    = jsondecode(attrs.configuration).EncryptionConfiguration.EnableAtRestEncryption == true
  subject   = jsondecode(attrs.configuration).EncryptionConfiguration.AtRestEncryptionConfiguration.LocalDiskEncryptionConfiguration.EncryptionKeyProviderType
  condition = value != null && value != ""

  why        = "Intermediate results hold the same data as the bucket that is encrypted."
  careful    = "a configuration cannot be changed: clusters are made anew with the new one"
  aliases    = ["AWS-0139", "AVD-AWS-0139", "CKV_AWS_349"]
  references = ["https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-data-encryption-options.html"]
  since      = "0.1.0"
}

setting "aws-emr-volumes-encrypted" {
  title    = "EMR encrypts root and storage volumes"
  problem  = "EBS volumes of these clusters are not encrypted by EMR"
  layer    = "encryption"
  severity = "low"

  resource     = "aws_emr_security_configuration"
  filter       = jsondecode(attrs.configuration).EncryptionConfiguration.AtRestEncryptionConfiguration.LocalDiskEncryptionConfiguration.EncryptionKeyProviderType == "AwsKms"
  subject      = jsondecode(attrs.configuration).EncryptionConfiguration.AtRestEncryptionConfiguration.LocalDiskEncryptionConfiguration.EnableEbsEncryption
  default      = false
  default_note = "unless the account encrypts by default in the region"
  condition    = value == true
  companion "aws_ebs_encryption_by_default" {
    scope     = "provider"
    attribute = "enabled"
    default   = true
  }

  why        = "Programs and logs on the root volume are left out of the encryption of the other disks."
  careful    = "needs release 5.24.0 or later, and a key that the role of the cluster may use"
  aliases    = ["CKV_AWS_350"]
  references = ["https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-data-encryption-options.html"]
  since      = "0.1.0"
}

setting "aws-emr-encryption-in-transit" {
  title    = "EMR encrypts data between its machines"
  problem  = "Data moves between machines of these clusters in clear"
  layer    = "transit"
  severity = "medium"

  resource  = "aws_emr_security_configuration"
  subject   = jsondecode(attrs.configuration).EncryptionConfiguration.EnableInTransitEncryption
  default   = false
  condition = value == true

  why        = "Whoever can listen in the network reads what is worked on."
  careful    = "needs certificates; a configuration cannot be changed: clusters are made anew with the new one"
  aliases    = ["AWS-0138", "AVD-AWS-0138", "CKV_AWS_351"]
  references = ["https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-data-encryption-options.html"]
  since      = "0.1.0"
}

setting "aws-emr-s3-customer-key" {
  title    = "EMR encrypts its objects with a KMS key"
  problem  = "A key that S3 holds alone opens what these clusters write"
  layer    = "encryption"
  severity = "info"

  resource  = "aws_emr_security_configuration"
  filter    = jsondecode(attrs.configuration).EncryptionConfiguration.EnableAtRestEncryption == true
  subject   = jsondecode(attrs.configuration).EncryptionConfiguration.AtRestEncryptionConfiguration.S3EncryptionConfiguration.EncryptionMode
  default   = "SSE-S3"
  condition = value != "SSE-S3"

  why        = "With a key of your own, reading the bucket is not enough to read the data."
  aliases    = ["CKV_AWS_171"]
  references = ["https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-data-encryption-options.html"]
  since      = "0.1.0"
}

setting "aws-emr-security-configuration" {
  title    = "EMR clusters have a security configuration"
  problem  = "Nothing tells this cluster to encrypt"
  layer    = "encryption"
  severity = "medium"

  resource  = "aws_emr_cluster"
  attribute = "security_configuration"
  condition = value != null

  why        = "Without one, local disks and the traffic between machines are left in clear."
  remedy     = "name an aws_emr_security_configuration that encrypts in security_configuration"
  careful    = "the cluster is replaced"
  aliases    = ["CKV2_AWS_55"]
  references = ["https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-security-configurations.html"]
  since      = "0.1.0"
}

setting "aws-emr-open" {
  title    = "EMR clusters are not reached from the internet"
  problem  = "A security group of this cluster lets everyone in"
  layer    = "network"
  severity = "medium"
  locals {
    groups = concat(
      referred(attrs, "aws_security_group", "ec2_attributes.emr_managed_master_security_group"),
      referred(attrs, "aws_security_group", "ec2_attributes.emr_managed_slave_security_group"),
      referred(attrs, "aws_security_group", "ec2_attributes.service_access_security_group"),
      referred(attrs, "aws_security_group", "ec2_attributes.additional_master_security_groups"),
      referred(attrs, "aws_security_group", "ec2_attributes.additional_slave_security_groups"),
    )
    open = flatten([for g in local.groups : concat(
      flatten([for i in g.ingress : concat(i.cidr_blocks, i.ipv6_cidr_blocks)]),
      flatten([for r in referring(g, "aws_security_group_rule", "security_group_id") : concat(r.cidr_blocks, r.ipv6_cidr_blocks) if r.type == "ingress"]),
      flatten([for r in referring(g, "aws_vpc_security_group_ingress_rule", "security_group_id") : compact([r.cidr_ipv4, r.cidr_ipv6])]),
    )])
  }

  resource  = "aws_emr_cluster"
  filter    = length(local.groups) > 0
  subject   = [for c in local.open : c if is_open_cidr(c)][0]
  condition = value == null

  why        = "The pages and services of a cluster ask nobody who they are, and run what they are given."
  careful    = "reach the cluster through a bastion or a session of Systems Manager"
  aliases    = ["CKV2_AWS_7"]
  references = ["https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-security-groups.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/emr-controls.html"]
  since      = "0.1.0"
}

setting "aws-emr-kerberos-realm" {
  title    = "Clusters with Kerberos name their realm"
  problem  = "Kerberos of this cluster has no realm"
  layer    = "directory"
  severity = "info"

  resource  = "aws_emr_cluster"
  filter    = length(attrs.kerberos_attributes) > 0
  attribute = "kerberos_attributes.realm"
  condition = value != null && value != ""

  why        = "Without a realm nobody can be told who they are, and no other realm be trusted."
  aliases    = ["CKV_AWS_114"]
  references = ["https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-kerberos-configure-settings.html"]
  since      = "0.1.0"
}
