# Webhooks: what GitHub tells others.

setting "github-webhook-tls" {
  title    = "Webhooks check the receiver's certificate"
  problem  = "This webhook trusts whoever answers"
  layer    = "transit"
  severity = "medium"

  resource  = ["github_repository_webhook", "github_organization_webhook"]
  attribute = "configuration.insecure_ssl"
  condition = value != true

  why        = "Someone on the way reads the events, and answers in the receiver's place."
  fix        = { "configuration.insecure_ssl" = false }
  aliases    = ["CKV_GIT_2", "AC_GITHUB_0001", "AC_GITHUB_0003"]
  references = ["https://docs.github.com/en/webhooks/using-webhooks/best-practices-for-using-webhooks"]
  since      = "0.1.0"
}

setting "github-webhook-secret" {
  title    = "Webhooks are signed with a secret"
  problem  = "The receiver cannot tell this webhook's events from forged ones"
  layer    = "integrity"
  severity = "low"

  resource  = ["github_repository_webhook", "github_organization_webhook"]
  attribute = "configuration.secret"

  why        = "Whoever knows the address starts builds or deployments with events of their own making."
  references = ["https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries"]
  since      = "0.1.0"
}
