# AppFlow: data on its way between cloud programs.

setting "aws-appflow-customer-key" {
  title    = "Flows are encrypted with a key of your own"
  problem  = "A key that AWS holds opens what this flow stores, and its logins"
  layer    = "encryption"
  severity = "info"

  resource  = ["aws_appflow_flow", "aws_appflow_connector_profile"]
  attribute = "kms_arn"
  condition = is_own_key(value)

  why        = "With your own key you decide, and can see, who opens the data and the tokens for other companies' programs."
  remedy     = "name a KMS key of yours in kms_arn"
  careful    = "the key's policy must let AppFlow use it"
  aliases    = ["CKV_AWS_263", "CKV_AWS_264"]
  references = ["https://docs.aws.amazon.com/appflow/latest/userguide/data-protection.html"]
  since      = "0.1.0"
}
