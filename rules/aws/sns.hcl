# SNS topics.

setting "aws-sns-encryption" {
  title    = "Topics encrypt their messages"
  problem  = "Messages of this topic are stored unencrypted"
  layer    = "encryption"
  severity = "low"

  resource  = "aws_sns_topic"
  attribute = "kms_master_key_id"
  condition = value != null

  why        = "Messages wait on disk until they are delivered, and often carry personal data."
  fix        = { kms_master_key_id = "alias/aws/sns" }
  careful    = "services that publish need a key of your own whose policy lets them"
  aliases    = ["CKV_AWS_26", "AVD-AWS-0095"]
  references = ["https://docs.aws.amazon.com/sns/latest/dg/sns-server-side-encryption.html"]
  since      = "0.1.0"
}
