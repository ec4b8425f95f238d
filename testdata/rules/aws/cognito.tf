# Pools of users and identities.

variable "text" {
  type = string
}

variable "number" {
  type = number
}

variable "flag" {
  type = bool
}

resource "aws_cognito_user_pool" "silent" { # expect: unset aws-cognito-mfa, secure aws-cognito-password-length
  name = "silent"
}

resource "aws_cognito_user_pool" "careless" {
  name              = "careless"
  mfa_configuration = "OFF" # expect: insecure aws-cognito-mfa

  password_policy {
    minimum_length = 6 # expect: insecure aws-cognito-password-length
  }
}

resource "aws_cognito_user_pool" "careful" {
  name              = "careful"
  mfa_configuration = "ON" # expect: secure aws-cognito-mfa

  software_token_mfa_configuration {
    enabled = true
  }

  password_policy {
    minimum_length = 12 # expect: secure aws-cognito-password-length
  }
}

resource "aws_cognito_user_pool" "unknown" {
  name              = "unknown"
  mfa_configuration = var.text # expect: unknown aws-cognito-mfa because var.text

  password_policy {
    minimum_length = var.number # expect: unknown aws-cognito-password-length because var.number
  }
}

resource "aws_cognito_identity_pool" "silent" { # expect: secure aws-cognito-guests
  identity_pool_name = "silent"
}

resource "aws_cognito_identity_pool" "guests" {
  identity_pool_name               = "guests"
  allow_unauthenticated_identities = true # expect: insecure aws-cognito-guests
}

resource "aws_cognito_identity_pool" "members" {
  identity_pool_name               = "members"
  allow_unauthenticated_identities = false # expect: secure aws-cognito-guests
}

resource "aws_cognito_identity_pool" "unknown" {
  identity_pool_name               = "unknown"
  allow_unauthenticated_identities = var.flag # expect: unknown aws-cognito-guests because var.flag
}
