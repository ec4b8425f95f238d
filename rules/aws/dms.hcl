# Database Migration Service.

setting "aws-dms-public" {
  title    = "Replication instances have no public address"
  problem  = "This replication instance has an address on the internet"
  layer    = "network"
  severity = "medium"

  resource     = "aws_dms_replication_instance"
  attribute    = "publicly_accessible"
  default      = false
  default_note = "the provider sends false"
  condition    = value != true

  why        = "It holds logins of both databases and copies everything between them."
  fix        = { publicly_accessible = false }
  careful    = "the instance is replaced"
  aliases    = ["CKV_AWS_89"]
  frameworks = { "nist-800-53-r5" = ["AC-4", "SC-7"] }
  references = ["https://docs.aws.amazon.com/dms/latest/userguide/CHAP_ReplicationInstance.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/dms-controls.html"]
  since      = "0.1.0"
}
