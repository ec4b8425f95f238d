# Parameters whose name says that they hold a secret.

variable "type" {
  type = string
}

resource "aws_ssm_parameter" "plain" {
  name  = "/shop/db/password"
  type  = "String" # expect: insecure aws-ssm-parameter-secure
  value = "set elsewhere"
}

resource "aws_ssm_parameter" "secure" {
  name  = "/shop/db/password"
  type  = "SecureString" # expect: secure aws-ssm-parameter-secure
  value = "set elsewhere"
}

resource "aws_ssm_parameter" "each" {
  for_each = toset(["api_key", "oauth-token"])
  name     = "/shop/${each.key}"
  type     = "SecureString" # expect: secure aws-ssm-parameter-secure
  value    = "set elsewhere"
}

resource "aws_ssm_parameter" "unknown" {
  name  = "/shop/mail/secret"
  type  = var.type # expect: unknown aws-ssm-parameter-secure because var.type
  value = "set elsewhere"
}

resource "aws_ssm_parameter" "harmless" { # expect: not_applicable aws-ssm-parameter-secure
  name  = "/shop/secret-name/version"
  type  = "String"
  value = "3"
}
