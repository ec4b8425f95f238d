resource "datadog_application_key" "silent" { # expect: unset datadog-account-key-scopes
  name = "silent"
}

resource "datadog_application_key" "empty" {
  name   = "empty"
  scopes = [] # expect: insecure datadog-account-key-scopes
}

resource "datadog_application_key" "narrow" {
  name   = "narrow"
  scopes = ["dashboards_read"] # expect: secure datadog-account-key-scopes
}

resource "datadog_service_account_application_key" "narrow" {
  name               = "narrow"
  service_account_id = "0f1e2d3c-0000-0000-0000-000000000000"
  scopes             = toset(["metrics_read", "monitors_read"]) # expect: secure datadog-account-key-scopes
}

variable "scopes" {
  type = set(string)
}

resource "datadog_application_key" "open" {
  name   = "open"
  scopes = var.scopes # expect: unknown datadog-account-key-scopes because var.scopes
}

resource "datadog_ip_allowlist" "off" {
  enabled = false # expect: insecure datadog-account-ip-allowlist
}

resource "datadog_ip_allowlist" "everyone" {
  enabled = true # expect: secure datadog-account-ip-allowlist
  entry {
    cidr_block = "0.0.0.0/0" # expect: insecure datadog-account-ip-allowlist-narrow
  }
}

resource "datadog_ip_allowlist" "office" {
  enabled = true # expect: secure datadog-account-ip-allowlist
  entry {
    cidr_block = "198.51.100.0/24" # expect: secure datadog-account-ip-allowlist-narrow
    note       = "office"
  }
}

resource "datadog_organization_settings" "silent" {
  name = "silent"
  settings {
    saml {
      enabled = true
    }
    saml_autocreate_users_domains {}
    saml_idp_initiated_login {}
    saml_strict_mode {} # expect: unset datadog-account-saml-strict
  }
}

resource "datadog_organization_settings" "lax" {
  name = "lax"
  settings {
    saml {
      enabled = true
    }
    saml_autocreate_users_domains {}
    saml_idp_initiated_login {}
    saml_strict_mode {
      enabled = false # expect: insecure datadog-account-saml-strict
    }
  }
}

resource "datadog_organization_settings" "strict" {
  name = "strict"
  settings {
    saml {
      enabled = true
    }
    saml_autocreate_users_domains {}
    saml_idp_initiated_login {}
    saml_strict_mode {
      enabled = true # expect: secure datadog-account-saml-strict
    }
  }
}

# Without single sign-on there is nothing to be strict about.
resource "datadog_organization_settings" "without" { # expect: not_applicable datadog-account-saml-strict
  name = "without"
}
