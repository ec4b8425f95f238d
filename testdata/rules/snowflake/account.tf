resource "snowflake_authentication_policy" "silent" { # expect: secure snowflake-account-mfa
  database = "ADMIN"
  schema   = "POLICIES"
  name     = "SILENT"
}

resource "snowflake_authentication_policy" "password_alone" {
  database       = "ADMIN"
  schema         = "POLICIES"
  name           = "PASSWORD_ALONE"
  mfa_enrollment = "OPTIONAL" # expect: insecure snowflake-account-mfa
}

resource "snowflake_authentication_policy" "people" {
  database       = "ADMIN"
  schema         = "POLICIES"
  name           = "PEOPLE"
  mfa_enrollment = "REQUIRED" # expect: secure snowflake-account-mfa
}

variable "mfa" {
  type = string
}

resource "snowflake_authentication_policy" "open" {
  database       = "ADMIN"
  schema         = "POLICIES"
  name           = "OPEN"
  mfa_enrollment = var.mfa # expect: unknown snowflake-account-mfa because var.mfa
}

resource "snowflake_network_policy" "everyone" {
  name = "EVERYONE"
  allowed_ip_list = [
    "198.51.100.0/24",
    "0.0.0.0/0", # expect: insecure snowflake-account-network-open
  ]
}

resource "snowflake_network_policy" "office" { # expect: secure snowflake-account-network-open
  name            = "OFFICE"
  allowed_ip_list = ["198.51.100.0/24"]
}

resource "snowflake_network_policy" "rules" { # expect: secure snowflake-account-network-open
  name                      = "RULES"
  allowed_network_rule_list = ["ADMIN.POLICIES.OFFICE"]
}
