resource "github_repository" "shop" {
  name       = "shop"
  visibility = "private"
}

# expect(+2): unset github-branch-reviews, unset github-branch-signed-commits
# expect(+1): secure github-branch-history-force-pushes, secure github-branch-history-deletion
resource "github_branch_protection" "silent" {
  repository_id = github_repository.shop.node_id
  pattern       = "main"
}

resource "github_branch_protection" "careless" {
  repository_id          = github_repository.shop.node_id
  pattern                = "release/*"
  allows_force_pushes    = true  # expect: insecure github-branch-history-force-pushes
  allows_deletions       = true  # expect: insecure github-branch-history-deletion
  require_signed_commits = false # expect: insecure github-branch-signed-commits
  required_pull_request_reviews {
    required_approving_review_count = 0 # expect: insecure github-branch-reviews
  }
}

resource "github_branch_protection" "careful" {
  repository_id          = github_repository.shop.node_id
  pattern                = "stable"
  allows_force_pushes    = false # expect: secure github-branch-history-force-pushes
  require_signed_commits = true  # expect: secure github-branch-signed-commits
  required_pull_request_reviews {
    required_approving_review_count = 2 # expect: secure github-branch-reviews
  }
}

# The block alone asks for one approval.
resource "github_branch_protection_v3" "main" {
  repository             = github_repository.shop.name
  branch                 = "main"
  require_signed_commits = true
  required_pull_request_reviews { # expect: secure github-branch-reviews
    dismiss_stale_reviews = true
  }
}

resource "github_branch_protection_v3" "old" { # expect: unset github-branch-reviews, unset github-branch-signed-commits
  repository = github_repository.shop.name
  branch     = "old"
}

# Rulesets: a rule about pull requests asks for no approval unless told.
resource "github_repository_ruleset" "main" {
  name        = "main"
  repository  = github_repository.shop.name
  target      = "branch"
  enforcement = "active"
  rules {
    pull_request { # expect: unset github-branch-reviews
      dismiss_stale_reviews_on_push = true
    }
  }
}

resource "github_organization_ruleset" "all" {
  name        = "all"
  target      = "branch"
  enforcement = "active"
  rules {
    pull_request {
      required_approving_review_count = 1 # expect: secure github-branch-reviews
    }
  }
}

# A ruleset that is not in force, or speaks of other things, is no place for reviews.
resource "github_repository_ruleset" "trial" { # expect: not_applicable github-branch-reviews
  name        = "trial"
  repository  = github_repository.shop.name
  target      = "branch"
  enforcement = "evaluate"
  rules {
    pull_request {
      required_approving_review_count = 0
    }
  }
}

variable "approvals" {
  type = number
}

resource "github_branch_protection" "open" {
  repository_id          = github_repository.shop.node_id
  pattern                = "develop"
  require_signed_commits = true
  required_pull_request_reviews {
    required_approving_review_count = var.approvals # expect: unknown github-branch-reviews because var.approvals
  }
}
