# The provider configuration itself.

setting "aws-provider-static-credentials" {
  family = {
    access-key = { attribute = "access_key", name = "access key" }
    secret-key = { attribute = "secret_key", name = "secret key" }
    token      = { attribute = "token", name = "session token" }
  }
  title    = "The provider's ${family.value.name} is not written in the code"
  problem  = "The provider's ${family.value.name} is written here"
  layer    = "accounts"
  severity = "high"

  resource = "provider.aws"
  # an emulator on the developer's own machine takes any key
  filter    = attrs.skip_credentials_validation != true
  attribute = family.value.attribute
  condition = value == null || value == "" || !in_code(value)

  why        = "Everyone who can read the repository has the account, for as long as the key lives and in every old commit."
  careful    = "revoke the key: removing it from the code does not take it back"
  aliases    = ["CKV_AWS_41"]
  references = ["https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html"]
  since      = "0.1.0"
}
