resource "github_actions_repository_permissions" "silent" { # expect: unset github-actions-allowed
  repository = "shop"
}

resource "github_actions_organization_permissions" "everything" {
  enabled_repositories = "all"
  allowed_actions      = "all" # expect: insecure github-actions-allowed
}

resource "github_actions_organization_permissions" "chosen" {
  enabled_repositories = "all"
  allowed_actions      = "selected" # expect: secure github-actions-allowed
  allowed_actions_config {
    github_owned_allowed = true
  }
}

resource "github_actions_repository_permissions" "own" {
  repository      = "search"
  allowed_actions = "local_only" # expect: secure github-actions-allowed
}

# Nothing runs here.
resource "github_actions_repository_permissions" "off" { # expect: not_applicable github-actions-allowed
  repository = "docs"
  enabled    = false
}

variable "allowed" {
  type = string
}

resource "github_actions_repository_permissions" "open" {
  repository      = "cart"
  allowed_actions = var.allowed # expect: unknown github-actions-allowed because var.allowed
}

resource "github_workflow_repository_permissions" "silent" { # expect: secure github-actions-token, secure github-actions-self-approval
  repository = "shop"
}

resource "github_workflow_repository_permissions" "careless" {
  repository                       = "cart"
  default_workflow_permissions     = "write" # expect: insecure github-actions-token
  can_approve_pull_request_reviews = true    # expect: insecure github-actions-self-approval
}

resource "github_actions_organization_workflow_permissions" "careful" {
  organization_slug                = "example"
  default_workflow_permissions     = "read" # expect: secure github-actions-token
  can_approve_pull_request_reviews = false  # expect: secure github-actions-self-approval
}

resource "github_actions_secret" "plain" {
  repository  = "shop"
  secret_name = "DEPLOY_TOKEN"
  value       = "deploy-${random_password.deploy.result}" # expect: insecure github-actions-secret-encrypted
}

resource "random_password" "deploy" {
  length = 40
}

resource "github_codespaces_secret" "plain" {
  repository      = "shop"
  secret_name     = "DEPLOY_TOKEN"
  plaintext_value = "deploy-${random_password.deploy.result}" # expect: insecure github-actions-secret-encrypted
}

variable "sealed" {
  type = string
}

resource "github_actions_secret" "sealed" { # expect: secure github-actions-secret-encrypted
  repository      = "cart"
  secret_name     = "DEPLOY_TOKEN"
  value_encrypted = var.sealed
}

resource "github_codespaces_organization_secret" "sealed" { # expect: secure github-actions-secret-encrypted
  secret_name     = "DEPLOY_TOKEN"
  visibility      = "all"
  encrypted_value = var.sealed
}
