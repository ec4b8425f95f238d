# GitHub Actions: what may run, with which rights, and the secrets it is given.

setting "github-actions-allowed" {
  title    = "Only chosen actions run"
  problem  = "Workflows can run any action that anyone has published"
  layer    = "application"
  severity = "low"

  on "github_actions_repository_permissions" {
    filter = attrs.enabled != false
  }
  on "github_actions_organization_permissions" {
    filter = attrs.enabled_repositories != "none"
  }
  attribute = "allowed_actions"
  condition = contains(["local_only", "selected"], value)

  why        = "An action whose author is taken over runs with the workflow's token and secrets."
  fix        = { allowed_actions = "selected" }
  careful    = "name the actions in use in allowed_actions_config first; others stop running"
  references = ["https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/enabling-features-for-your-repository/managing-github-actions-settings-for-a-repository"]
  since      = "0.1.0"
}

setting "github-actions-token" {
  title    = "Workflows start with a token that only reads"
  problem  = "Every workflow starts with a token that can change the repository"
  layer    = "accounts"
  severity = "medium"

  resource  = ["github_workflow_repository_permissions", "github_actions_organization_workflow_permissions"]
  attribute = "default_workflow_permissions"
  condition = value != "write"

  why        = "A single action that is taken over pushes code or publishes releases."
  fix        = { default_workflow_permissions = "read" }
  careful    = "workflows that push or publish need a permissions block of their own"
  references = ["https://docs.github.com/en/actions/security-for-github-actions/security-guides/automatic-token-authentication"]
  since      = "0.1.0"
}

setting "github-actions-self-approval" {
  title    = "Workflows do not approve changes"
  problem  = "A workflow can approve the change that it made itself"
  layer    = "integrity"
  severity = "medium"

  resource  = ["github_workflow_repository_permissions", "github_actions_organization_workflow_permissions"]
  attribute = "can_approve_pull_request_reviews"
  condition = value != true

  why        = "Whoever can start a workflow passes the review without another person."
  fix        = { can_approve_pull_request_reviews = false }
  references = ["https://docs.github.com/en/organizations/managing-organization-settings/disabling-or-limiting-github-actions-for-your-organization"]
  since      = "0.1.0"
}

setting "github-actions-secret-encrypted" {
  title    = "Secrets reach GitHub encrypted"
  problem  = "This secret stands readable in the Terraform state"
  layer    = "accounts"
  severity = "low"

  on "github_actions_secret" "github_actions_organization_secret" "github_actions_environment_secret" "github_dependabot_secret" "github_dependabot_organization_secret" {
    attribute = ["value", "plaintext_value"]
  }
  on "github_codespaces_secret" "github_codespaces_organization_secret" {
    attribute = "plaintext_value"
  }
  condition = value == null

  why        = "Everyone who can read the state has the secret."
  careful    = "encrypt it with the repository's public key and give the result in value_encrypted (encrypted_value before provider 6.10)"
  aliases    = ["CKV_GIT_4", "AVD-GIT-0002"]
  references = ["https://docs.github.com/en/rest/guides/encrypting-secrets-for-the-rest-api"]
  since      = "0.1.0"
}
