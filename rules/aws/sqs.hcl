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
  aliases    = ["CKV_AWS_27", "AVD-AWS-0096", "AC_AWS_0366"]
  references = ["https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-server-side-encryption.html"]
  since      = "0.1.0"
}

setting "aws-sqs-customer-key" {
  title    = "Queues are encrypted with a key of your own"
  problem  = "A key that AWS holds opens this queue's messages"
  layer    = "encryption"
  severity = "info"

  resource  = "aws_sqs_queue"
  attribute = "kms_master_key_id"
  condition = is_own_key(value) && (length(referred(attrs, "aws_kms_key", "kms_master_key_id")) > 0 || !strcontains(value, "alias/aws/"))

  why        = "With your own key you decide, and can see, who reads the messages."
  remedy     = "name a KMS key of yours in kms_master_key_id"
  careful    = "services that send need the right to use the key, and each request to KMS costs"
  aliases    = ["CKV2_AWS_73", "AVD-AWS-0135", "AC_AWS_0366"]
  references = ["https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-server-side-encryption.html"]
  since      = "0.1.0"
}

setting "aws-sqs-policy-wildcard" {
  title    = "Policies of queues name what may be done"
  problem  = "The policy allows everything that can be done to this queue"
  layer    = "accounts"
  severity = "medium"
  empty    = "secure"

  resource  = ["aws_sqs_queue", "aws_sqs_queue_policy"]
  for_each  = statements(attrs.policy)
  filter    = each.value.effect == "Allow"
  subject   = [for a in each.value.actions : a if contains(["*", "sqs:*"], lower(a))][0]
  condition = value == null

  why        = "Who was to send messages may read all of them, empty the queue, or let others in."
  aliases    = ["CKV_AWS_72", "AVD-AWS-0097"]
  references = ["https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-security-best-practices.html"]
  since      = "0.1.0"
}
