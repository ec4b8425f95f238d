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
