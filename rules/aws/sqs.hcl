# SQS queues.

setting "aws-sqs-encryption" {
  title    = "Queues encrypt their messages"
  problem  = "Messages of this queue are stored unencrypted"
  layer    = "encryption"
  severity = "medium"

  resource     = "aws_sqs_queue"
  filter       = attrs.kms_master_key_id == null
  attribute    = "sqs_managed_sse_enabled"
  default      = true
  default_note = "for queues created since October 2022"
  condition    = value == true

  why        = "Messages wait on disk until they are read, and often carry personal data."
  fix        = { sqs_managed_sse_enabled = true }
  aliases    = ["CKV_AWS_27", "AVD-AWS-0096"]
  references = ["https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-server-side-encryption.html"]
  since      = "0.1.0"
}

setting "aws-sqs-customer-key" {
  title    = "Queues are encrypted with a KMS key"
  problem  = "A key that AWS holds alone opens this queue's messages"
  layer    = "encryption"
  severity = "info"

  resource  = "aws_sqs_queue"
  attribute = "kms_master_key_id"
  condition = value != null

  why        = "With your own key you decide, and can see, who reads the messages."
  careful    = "services that send need the right to use the key, and each request to KMS costs"
  aliases    = ["AVD-AWS-0135"]
  references = ["https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-server-side-encryption.html"]
  since      = "0.1.0"
}
