# Kendra: search over documents.

setting "aws-kendra-customer-key" {
  title    = "Search indexes are encrypted with a key of your own"
  problem  = "A key that AWS holds alone opens this index"
  layer    = "encryption"
  severity = "info"

  resource  = "aws_kendra_index"
  attribute = "server_side_encryption_configuration.kms_key_id"
  condition = is_own_key(value)

  why        = "With your own key you decide, and can see, who reads the text of all documents that were indexed."
  remedy     = "name a KMS key of yours in server_side_encryption_configuration.kms_key_id"
  careful    = "the index is replaced"
  aliases    = ["CKV_AWS_262"]
  references = ["https://docs.aws.amazon.com/kendra/latest/dg/encryption-at-rest.html"]
  since      = "0.1.0"
}
