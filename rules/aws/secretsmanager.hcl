# Secrets Manager: how old a secret gets, which key opens it, and how soon it may be gone.

setting "aws-secretsmanager-rotation" {
  title    = "Secrets are rotated"
  problem  = "Nothing ever changes this secret"
  layer    = "accounts"
  severity = "low"

  resource  = "aws_secretsmanager_secret"
  attribute = "rotation_lambda_arn"
  condition = value != null
  companion "aws_secretsmanager_secret_rotation" {
    via = "secret_id"
  }

  why        = "A secret that leaked years ago still opens the door."
  remedy     = "add an aws_secretsmanager_secret_rotation that names this secret in secret_id"
  careful    = "rotation needs a function that changes the secret on both sides"
  aliases    = ["CKV2_AWS_57"]
  references = ["https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets.html"]
  since      = "0.1.0"
}

setting "aws-secretsmanager-customer-key" {
  title    = "Secrets are encrypted with a key of your own"
  problem  = "A key that AWS holds alone opens this secret"
  layer    = "encryption"
  severity = "info"

  resource  = "aws_secretsmanager_secret"
  attribute = "kms_key_id"
  condition = is_own_key(value)

  why        = "With your own key its policy decides, beside the secret's, who may read; and other accounts can be let in."
  remedy     = "name a KMS key of yours in kms_key_id"
  careful    = "readers need the right to decrypt with the key"
  aliases    = ["CKV_AWS_149", "AVD-AWS-0098", "AC_AWS_0500"]
  references = ["https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html"]
  since      = "0.1.0"
}

setting "aws-secretsmanager-recovery-window" {
  title    = "A deleted secret can be called back"
  problem  = "A deleted secret is gone at once"
  layer    = "resilience"
  severity = "low"

  resource  = "aws_secretsmanager_secret"
  attribute = "recovery_window_in_days"
  default   = 30
  condition = value > 0

  why        = "A wrong destroy takes the only copy with it."
  fix        = { recovery_window_in_days = 30 }
  references = ["https://docs.aws.amazon.com/secretsmanager/latest/userguide/manage_delete-secret.html"]
  since      = "0.1.0"
}

setting "aws-secretsmanager-rotation-interval" {
  title    = "Secrets are rotated often enough"
  problem  = "This secret gets older than ${input.max_days} days"
  layer    = "accounts"
  severity = "low"
  input "max_days" {
    type        = number
    default     = 90
    description = "Days after which a secret must have been changed."
  }

  resource  = "aws_secretsmanager_secret_rotation"
  attribute = ["rotation_rules.automatically_after_days", "rotation_rules.schedule_expression"] # days, or a schedule
  condition = coalesce(attrs.rotation_rules.automatically_after_days, seconds(value) / 86400) <= input.max_days

  why        = "A secret that leaked opens the door until it changes."
  fix        = { "rotation_rules.automatically_after_days" = 30 }
  aliases    = ["CKV_AWS_304"]
  references = ["https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_schedule.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/secretsmanager-controls.html"]
  since      = "0.1.0"
}

setting "aws-secretsmanager-policy-wildcard" {
  title    = "Policies of secrets name what may be done"
  problem  = "The policy allows everything that can be done to this secret"
  layer    = "accounts"
  severity = "medium"
  empty    = "secure"

  resource  = ["aws_secretsmanager_secret", "aws_secretsmanager_secret_policy"]
  for_each  = statements(attrs.policy)
  filter    = each.value.effect == "Allow"
  subject   = [for a in each.value.actions : a if contains(["*", "secretsmanager:*"], lower(a))][0]
  condition = value == null

  why        = "Who was to read the secret may also change or delete it, or let others in."
  remedy     = "name the actions that are needed, such as `secretsmanager:GetSecretValue`"
  aliases    = ["AC_AWS_0501"]
  references = ["https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_resource-policies.html"]
  since      = "0.1.0"
}
