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
  aliases    = ["CKV_AWS_26", "AVD-AWS-0095", "AC_AWS_0502"]
  references = ["https://docs.aws.amazon.com/sns/latest/dg/sns-server-side-encryption.html"]
  since      = "0.1.0"
}

setting "aws-sns-customer-key" {
  title    = "Topics are encrypted with a key of your own"
  problem  = "A key that AWS manages opens this topic's messages"
  layer    = "encryption"
  severity = "info"

  resource  = "aws_sns_topic"
  filter    = attrs.kms_master_key_id != null # without any key another setting speaks
  attribute = "kms_master_key_id"
  condition = is_own_key(value)

  why        = "With your own key you decide, and can see, who reads the messages; other services can be let in."
  remedy     = "name a KMS key of yours in kms_master_key_id"
  aliases    = ["AVD-AWS-0136"]
  references = ["https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html"]
  since      = "0.1.0"
}

setting "aws-sns-policy-accounts" {
  title    = "Other accounts use the topic under a condition"
  problem  = "${value} may use this topic without any condition"
  layer    = "accounts"
  severity = "info"
  empty    = "secure"

  resource  = ["aws_sns_topic", "aws_sns_topic_policy"]
  for_each  = statements(attrs.policy)
  filter    = each.value.effect == "Allow"
  subject   = [for p in each.value.principals : p.id if p.type == "AWS" && regex_match(p.id, "^(arn:aws[a-z-]*:iam::)?[0-9]{12}(:|$)")][0]
  condition = value == null || length(each.value.conditions) > 0

  why        = "Everyone there to whom that account gives the right can send messages, or read them."
  remedy     = "add a condition on `aws:PrincipalOrgID`, `aws:SourceAccount` or `aws:SourceArn`"
  aliases    = ["CKV_AWS_385"]
  references = ["https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html"]
  since      = "0.1.0"
}
