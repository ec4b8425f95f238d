resource "github_repository" "silent" { # expect: unset github-repository-private, secure github-repository-vulnerability-alerts
  name = "silent"
}

resource "github_repository" "public" {
  name                 = "public"
  visibility           = "public" # expect: insecure github-repository-private
  vulnerability_alerts = false    # expect: insecure github-repository-vulnerability-alerts
}

# GitHub leaves alerts off in private repositories.
resource "github_repository" "private" { # expect: unset github-repository-vulnerability-alerts
  name       = "private"
  visibility = "private" # expect: secure github-repository-private
}

locals {
  services = {
    cart   = "private"
    search = "internal"
  }
}

resource "github_repository" "service" {
  for_each             = local.services
  name                 = each.key
  visibility           = each.value
  vulnerability_alerts = true # expect: secure github-repository-vulnerability-alerts
}

# Alerts in a resource of their own.
resource "github_repository" "apart" {
  name       = "apart"
  visibility = "internal"
}

resource "github_repository_vulnerability_alerts" "apart" {
  repository = github_repository.apart.name
  enabled    = true # expect: secure github-repository-vulnerability-alerts
}

resource "github_repository" "off" {
  name       = "off"
  visibility = "private"
}

resource "github_repository_vulnerability_alerts" "off" {
  repository = "off"
  enabled    = false # expect: insecure github-repository-vulnerability-alerts
}

# Nobody mends what is archived.
resource "github_repository" "archived" { # expect: not_applicable github-repository-vulnerability-alerts
  name       = "archived"
  visibility = "private"
  archived   = true
}

variable "visibility" {
  type = string
}

resource "github_repository" "open" {
  name                 = "open"
  visibility           = var.visibility # expect: unknown github-repository-private because var.visibility
  vulnerability_alerts = true
}
