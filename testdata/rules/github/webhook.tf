resource "github_repository_webhook" "silent" {
  repository = "shop"
  events     = ["push"]
  configuration { # expect: unset github-webhook-secret, secure github-webhook-tls
    url          = "https://ci.example.com/hook"
    content_type = "json"
  }
}

variable "hook_secret" {
  type      = string
  sensitive = true
}

resource "github_organization_webhook" "careless" {
  events = ["push"]
  configuration { # expect: unset github-webhook-secret
    url          = "https://ci.example.com/hook"
    content_type = "json"
    insecure_ssl = true # expect: insecure github-webhook-tls
    secret       = null
  }
}

resource "random_password" "hook" {
  length = 40
}

resource "github_repository_webhook" "careful" {
  repository = "shop"
  events     = ["push"]
  configuration {
    url          = "https://ci.example.com/hook"
    content_type = "json"
    insecure_ssl = false                       # expect: secure github-webhook-tls
    secret       = random_password.hook.result # expect: secure github-webhook-secret
  }
}

variable "check_certificate" {
  type = bool
}

resource "github_repository_webhook" "open" {
  repository = "shop"
  events     = ["push"]
  configuration {
    url          = "https://ci.example.com/hook"
    content_type = "json"
    insecure_ssl = !var.check_certificate # expect: unknown github-webhook-tls because var.check_certificate
    secret       = var.hook_secret        # expect: unknown github-webhook-secret because var.hook_secret
  }
}
