# Cognito: how customers of the application prove who they are.

setting "aws-cognito-mfa" {
  title    = "Users of the pool can be asked for a second factor"
  problem  = "A password is all that users of this pool can have"
  layer    = "directory"
  severity = "medium"

  resource  = "aws_cognito_user_pool"
  attribute = "mfa_configuration"
  default   = "OFF"
  condition = contains(["ON", "OPTIONAL"], value)

  why        = "A password that was used elsewhere and leaked there opens the account."
  fix        = { mfa_configuration = "OPTIONAL", "software_token_mfa_configuration.enabled" = true }
  references = ["https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html"]
  since      = "0.1.0"
}

setting "aws-cognito-password-length" {
  title    = "Passwords of the pool have 8 characters or more"
  problem  = "Passwords of ${value} characters are accepted"
  layer    = "directory"
  severity = "low"
  input "min_length" {
    type        = number
    default     = 8
    description = "Shortest password that may be accepted."
  }

  resource     = "aws_cognito_user_pool"
  attribute    = "password_policy.minimum_length"
  default      = 8
  default_note = "Cognito asks for 8 characters of four kinds where no policy is written"
  condition    = value >= input.min_length

  why        = "Short passwords are guessed by trying."
  fix        = { "password_policy.minimum_length" = input.min_length }
  references = ["https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html"]
  since      = "0.1.0"
}

setting "aws-cognito-guests" {
  title    = "The identity pool gives credentials to known users only"
  problem  = "Everyone on the internet gets AWS credentials from this pool"
  layer    = "accounts"
  severity = "medium"

  resource     = "aws_cognito_identity_pool"
  attribute    = "allow_unauthenticated_identities"
  default      = false
  default_note = "the provider sends false"
  condition    = value != true

  why        = "Whatever the guests' role may do, anyone may do, at your cost."
  fix        = { allow_unauthenticated_identities = false }
  careful    = "parts of the application that work without a login lose their credentials"
  aliases    = ["CKV_AWS_366"]
  references = ["https://docs.aws.amazon.com/cognito/latest/developerguide/identity-pools.html"]
  since      = "0.1.0"
}
