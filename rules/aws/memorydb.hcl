# MemoryDB clusters. AWS encrypts what they store; what is left to choose is the key.

setting "aws-memorydb-transit" {
  title    = "MemoryDB speaks TLS"
  problem  = "What is read from and written to this cluster crosses the network readable"
  layer    = "transit"
  severity = "medium"

  resource  = "aws_memorydb_cluster"
  attribute = "tls_enabled"
  default   = true
  condition = value == true

  why        = "Whoever listens in the network reads the data; and without TLS a cluster can ask nobody who they are."
  fix        = { tls_enabled = true }
  careful    = "the cluster is replaced, and clients must speak TLS"
  aliases    = ["CKV_AWS_202"]
  references = ["https://docs.aws.amazon.com/memorydb/latest/devguide/in-transit-encryption.html"]
  since      = "0.1.0"
}

setting "aws-memorydb-login" {
  title    = "MemoryDB asks who connects"
  problem  = "Everyone who reaches this cluster may use it"
  layer    = "accounts"
  severity = "medium"

  resource  = "aws_memorydb_cluster"
  attribute = "acl_name"
  condition = value != "open-access"

  why        = "The list open-access admits the user default, who has no password and may do everything."
  careful    = "clients must sign in, over TLS"
  references = ["https://docs.aws.amazon.com/memorydb/latest/devguide/clusters.acls.html"]
  since      = "0.1.0"
}

setting "aws-memorydb-customer-key" {
  title    = "MemoryDB is encrypted with a key of your own"
  problem  = "A key that AWS holds alone opens what this cluster stores"
  layer    = "encryption"
  severity = "info"

  resource  = "aws_memorydb_cluster"
  attribute = "kms_key_arn"
  condition = is_own_key(value)

  why        = "With your own key you decide, and can see, who restores its snapshots."
  remedy     = "name a KMS key of yours in kms_key_arn"
  careful    = "on an existing cluster this replaces it"
  aliases    = ["CKV_AWS_201"]
  references = ["https://docs.aws.amazon.com/memorydb/latest/devguide/at-rest-encryption.html"]
  since      = "0.1.0"
}

setting "aws-memorydb-snapshot-customer-key" {
  title    = "Snapshots of MemoryDB are encrypted with a key of your own"
  problem  = "A key that AWS holds alone opens this snapshot"
  layer    = "encryption"
  severity = "info"

  resource  = "aws_memorydb_snapshot"
  attribute = "kms_key_arn"
  condition = is_own_key(value)

  why        = "With your own key you decide, and can see, who restores it."
  careful    = "the snapshot is made anew"
  aliases    = ["CKV_AWS_278"]
  references = ["https://docs.aws.amazon.com/memorydb/latest/devguide/at-rest-encryption.html"]
  since      = "0.1.0"
}
