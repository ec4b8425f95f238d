# Snowflake runs the product; who may sign in, how and from where stays with the customer.

setting "snowflake-account-mfa" {
  title    = "People sign in with a second factor"
  problem  = "A password alone signs people in"
  layer    = "directory"
  severity = "high"

  resource  = "snowflake_authentication_policy"
  attribute = "mfa_enrollment"
  condition = upper(value) != "OPTIONAL"

  why        = "Whoever guesses, buys or phishes one password reads all that its owner may read."
  fix        = { mfa_enrollment = "REQUIRED" }
  careful    = "people enrol at their next sign-in; programs need a key pair or OAuth instead of a password"
  references = ["https://docs.snowflake.com/en/sql-reference/sql/create-authentication-policy"]
  since      = "0.1.0"
}

setting "snowflake-account-network-open" {
  title    = "Network policies do not admit everyone"
  problem  = "This network policy admits ${value}, which is everyone"
  layer    = "network"
  severity = "high"

  resource  = "snowflake_network_policy"
  subject   = [for address in attrs.allowed_ip_list : address if is_open_cidr(address)][0]
  condition = value == null

  why        = "Stolen credentials work from anywhere in the world."
  references = ["https://docs.snowflake.com/en/user-guide/network-policies"]
  since      = "0.1.0"
}
