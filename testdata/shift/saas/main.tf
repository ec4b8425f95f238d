# Services that others run whole: what stays yours is data, devices, accounts, and who may do what.

resource "github_repository" "shop" {
  name                 = "shop"
  visibility           = "private"
  vulnerability_alerts = true
}

resource "datadog_service_account_application_key" "dashboards" {
  service_account_id = "00000000-0000-1234-0000-000000000000"
  name               = "dashboards"
}

resource "snowflake_authentication_policy" "people" {
  database       = "ADMIN"
  schema         = "POLICIES"
  name           = "PEOPLE"
  mfa_enrollment = "REQUIRED"
}
