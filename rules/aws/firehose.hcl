# Data Firehose: streams that end in a store.

setting "aws-firehose-encryption" {
  title    = "Firehose streams encrypt their records"
  problem  = "Records wait in this stream unencrypted"
  layer    = "encryption"
  severity = "medium"

  resource = "aws_kinesis_firehose_delivery_stream"
  # what comes from another stream is encrypted there
  filter    = length(attrs.kinesis_source_configuration) == 0 && length(attrs.msk_source_configuration) == 0
  attribute = "server_side_encryption.enabled"
  default   = false
  condition = value == true

  why        = "Records wait on disk until they are delivered, and often carry personal data."
  fix        = { "server_side_encryption.enabled" = true }
  aliases    = ["CKV_AWS_240", "AC_AWS_0156"]
  references = ["https://docs.aws.amazon.com/firehose/latest/dev/encryption.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/datafirehose-controls.html"]
  since      = "0.1.0"
}

setting "aws-firehose-customer-key" {
  title    = "Firehose streams are encrypted with a key of your own"
  problem  = "A key that AWS holds alone opens these records"
  layer    = "encryption"
  severity = "info"

  resource  = "aws_kinesis_firehose_delivery_stream"
  filter    = attrs.server_side_encryption.enabled == true && length(attrs.kinesis_source_configuration) == 0 && length(attrs.msk_source_configuration) == 0
  attribute = "server_side_encryption.key_type"
  default   = "AWS_OWNED_CMK"
  condition = value == "CUSTOMER_MANAGED_CMK"

  why        = "With your own key you decide, and can see, who reads the records."
  careful    = "`key_arn` names the key"
  aliases    = ["CKV_AWS_241"]
  references = ["https://docs.aws.amazon.com/firehose/latest/dev/encryption.html"]
  since      = "0.1.0"
}
