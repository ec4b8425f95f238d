# Datadog runs the product; who may sign in, from where, and what a key may do stays with the customer.

setting "datadog-account-key-scopes" {
  title    = "Application keys are limited to what they are for"
  problem  = "This key may do everything that its owner may"
  layer    = "accounts"
  severity = "medium"

  resource  = ["datadog_application_key", "datadog_service_account_application_key"]
  attribute = "scopes"
  condition = length(value) > 0

  default_note = "left out, the key has all rights of the user or service account that owns it"
  why          = "A leaked key that was meant to read a dashboard can delete monitors and add users."
  careful      = "scopes that the program needs must all be named"
  references   = ["https://docs.datadoghq.com/account_management/api-app-keys/#scopes"]
  since        = "0.1.0"
}

setting "datadog-account-ip-allowlist" {
  title    = "Sign-in and API calls come from listed addresses"
  problem  = "Datadog takes sign-ins and API calls from every address"
  layer    = "network"
  severity = "low"

  resource  = "datadog_ip_allowlist"
  attribute = "enabled"
  condition = value == true

  why        = "A leaked key or password works from anywhere in the world."
  fix        = { enabled = true }
  careful    = "name your own address first, or you lock yourself out"
  references = ["https://docs.datadoghq.com/account_management/org_settings/ip_allowlist/"]
  since      = "0.1.0"
}

setting "datadog-account-ip-allowlist-narrow" {
  title    = "The list of addresses names known networks only"
  problem  = "The list of addresses lets everyone in: ${value}"
  layer    = "network"
  severity = "low"

  resource  = "datadog_ip_allowlist"
  filter    = attrs.enabled == true
  for_each  = attrs.entry
  attribute = "cidr_block"
  condition = !is_open_cidr(value)

  why        = "A leaked key or password works from anywhere in the world, as if there were no list."
  careful    = "name your own address first, or you lock yourself out"
  references = ["https://docs.datadoghq.com/account_management/org_settings/ip_allowlist/"]
  since      = "0.1.0"
}

setting "datadog-account-saml-strict" {
  title    = "People sign in through single sign-on only"
  problem  = "People can sign in with a password, past single sign-on"
  layer    = "directory"
  severity = "medium"

  resource  = "datadog_organization_settings"
  filter    = attrs.settings.saml.enabled == true
  attribute = "settings.saml_strict_mode.enabled"
  condition = value == true

  why        = "A second factor and the end of an employment count only where sign-on cannot be bypassed."
  fix        = { "settings.saml_strict_mode.enabled" = true }
  careful    = "people without an account at the identity provider are locked out"
  references = ["https://docs.datadoghq.com/account_management/saml/#saml-strict"]
  since      = "0.1.0"
}
