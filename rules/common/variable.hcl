# Variables that hold secrets, by their name.

locals {
  variable_secret_name = "(?i)(^|_)(password|passwd|secret|secret_key|token|api_key|private_key|access_key|client_secret)$"
}

setting "variable-secret-sensitive" {
  title    = "Variables that hold secrets are marked sensitive"
  problem  = "Terraform prints this secret"
  layer    = "accounts"
  severity = "low"

  resource  = "variable"
  # a switch is no secret, whatever its name
  filter = (
    regex_match(attrs.name, local.variable_secret_name)
    && !contains(["bool", "number"], attrs.type)
    && !contains(["true", "false"], try(lower(attrs.default), ""))
    && attrs.ephemeral != true
  )
  attribute = "sensitive"
  default   = false
  condition = value == true

  why        = "Its value appears in plans, and in the logs of whatever runs them."
  fix        = { sensitive = true }
  references = ["https://developer.hashicorp.com/terraform/language/values/variables"]
  since      = "0.1.0"
}

setting "variable-secret-default" {
  title    = "Variables that hold secrets have no default"
  problem  = "This variable's default is a secret in the code"
  layer    = "accounts"
  severity = "medium"

  resource = "variable"
  filter    = regex_match(attrs.name, local.variable_secret_name)
  attribute = "default"
  # a switch, a list, and words that stand for a secret to come are none
  condition = value == null || value == "" || !can(lower(value)) || contains(["true", "false"], lower(value)) || regex_match(lower(value), "change[_-]?me|replace|example|placeholder|dummy|todo|xxx|^<.*>$|\\$\\{|^arn:|^/|^projects/")

  why        = "Everyone who can read the repository has it, and every environment that sets nothing uses it."
  fix        = { default = null }
  references = ["https://developer.hashicorp.com/terraform/language/values/variables"]
  since      = "0.1.0"
}
