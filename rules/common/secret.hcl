# Secrets that stand where everyone who reads the code can read them.

setting "secret-in-code" {
  title    = "Secrets are not written in the code"
  problem  = "A secret is written here"
  layer    = "accounts"
  severity = "high"

  # every attribute that a provider's schema calls sensitive, in resources of any type
  on "*" {
    for_each = sensitive_attributes(attrs)
  }
  subject   = each.value
  condition = value == "" || !in_code(value)

  why     = "Everyone who can read the repository has the secret, in every old commit too."
  remedy  = "change the secret, and read the new one from a secret store or a sensitive variable"
  careful = "change the secret: removing it from the code does not take it back"
  references = [
    "https://developer.hashicorp.com/terraform/language/manage-sensitive-data",
  ]
  since = "0.1.0"
}

setting "secret-provider-credentials" {
  title    = "Credentials of providers are not written in the code"
  problem  = "The credentials of this provider are written here"
  layer    = "accounts"
  severity = "high"

  # no schema calls these sensitive; AWS has a setting of its own
  on "provider.azurerm" "provider.azuread" {
    attribute = ["client_secret", "client_certificate_password"]
  }
  on "provider.google" "provider.google-beta" {
    attribute = ["credentials", "access_token"]
  }
  on "provider.datadog" {
    attribute = ["api_key", "app_key"]
  }
  on "provider.cloudflare" {
    attribute = ["api_token", "api_key"]
  }
  on "provider.snowflake" {
    attribute = ["password", "private_key", "token"]
  }
  on "provider.okta" {
    attribute = ["api_token", "private_key", "access_token"]
  }
  on "provider.mongodbatlas" {
    attribute = "private_key"
  }
  on "provider.vsphere" {
    attribute = "password"
  }
  on "provider.kubernetes" {
    attribute = ["token", "password", "client_key"]
  }
  on "provider.github" "provider.gitlab" "provider.digitalocean" "provider.pagerduty" "provider.vault" {
    attribute = "token"
  }
  condition = value == null || value == "" || !in_code(value)

  why        = "Everyone who can read the repository can do what Terraform can, in every old commit too."
  remedy     = "change the credentials, and give the new ones by environment variables or a short-lived login"
  careful    = "revoke the credential: removing it from the code does not take it back"
  references = ["https://developer.hashicorp.com/terraform/language/providers/configuration"]
  since      = "0.1.0"
}
