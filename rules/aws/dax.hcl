# DynamoDB Accelerator: caches in front of tables.

setting "aws-dax-encrypted" {
  title    = "DAX clusters are encrypted at rest"
  problem  = "This cluster keeps items of its tables unencrypted"
  layer    = "encryption"
  severity = "medium"

  resource     = "aws_dax_cluster"
  attribute    = "server_side_encryption.enabled"
  default      = false
  default_note = "the provider and the API leave it off; only the console switches it on"
  condition    = value == true

  why        = "The table is encrypted, and its copy in the cache is not."
  fix        = { "server_side_encryption.enabled" = true }
  careful    = "the cluster is replaced; the cache starts empty"
  aliases    = ["CKV_AWS_47", "AWS-0023", "AVD-AWS-0023", "AC_AWS_0375"]
  references = ["https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAXEncryptionAtRest.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/dynamodb-controls.html"]
  since      = "0.1.0"
}

setting "aws-dax-transit" {
  title    = "DAX clusters speak TLS"
  problem  = "What programs read and write through this cluster crosses the network readable"
  layer    = "transit"
  severity = "medium"

  resource     = "aws_dax_cluster"
  attribute    = "cluster_endpoint_encryption_type"
  default      = "NONE"
  default_note = "AWS leaves it off"
  condition    = value == "TLS"

  why        = "Whoever listens in the network reads the items of every table behind it."
  fix        = { cluster_endpoint_encryption_type = "TLS" }
  careful    = "the cluster is replaced, and clients must know TLS"
  aliases    = ["CKV_AWS_239"]
  references = ["https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAXEncryptionInTransit.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/dynamodb-controls.html"]
  since      = "0.1.0"
}
