# Secrets that stand where everyone who reads the code can read them.

setting "secret-in-code" {
  title    = "Secrets are not written in the code"
  problem  = "A secret is written here"
  layer    = "accounts"
  severity = "high"

  # every attribute that a provider's schema calls sensitive, in resources and provider blocks of any type
  on "*" "provider.*" {
    for_each = sensitive_attributes(attrs)
  }
  subject   = each.value
  condition = value == "" || !in_code(value)

  why     = "Everyone who can read the repository has the secret, in every old commit too."
  careful = "change the secret: removing it from the code does not take it back"
  references = [
    "https://developer.hashicorp.com/terraform/language/manage-sensitive-data",
  ]
  since = "0.1.0"
}
