# What protects a branch.

setting "github-branch-reviews" {
  title    = "Changes to a branch are approved by ${input.min_reviews} other or more"
  problem  = "Anyone who can push changes this branch alone"
  layer    = "integrity"
  severity = "medium"

  input "min_reviews" {
    type        = number
    default     = 1
    description = "How many people must approve a change."
  }

  on "github_branch_protection" {
    attribute = "required_pull_request_reviews[0].required_approving_review_count"
    default   = length(attrs.required_pull_request_reviews) > 0 ? 1 : 0
    fix       = { "required_pull_request_reviews[0].required_approving_review_count" = input.min_reviews }
  }
  on "github_branch_protection_v3" {
    attribute = "required_pull_request_reviews.required_approving_review_count"
    default   = length(attrs.required_pull_request_reviews) > 0 ? 1 : 0
    fix       = { "required_pull_request_reviews.required_approving_review_count" = input.min_reviews }
  }
  on "github_repository_ruleset" "github_organization_ruleset" {
    filter    = attrs.target == "branch" && attrs.enforcement == "active" && length(attrs.rules.pull_request) > 0
    attribute = "rules.pull_request.required_approving_review_count"
    fix       = { "rules.pull_request.required_approving_review_count" = input.min_reviews }
  }
  condition = value >= input.min_reviews

  default_note = "the block asks for one approval; without the block none is asked for"
  why          = "One stolen account, or one mistake, is in production without a second pair of eyes."
  references   = ["https://docs.github.com/en/repositories/configuring-branches-and-merges-in-your-repository/managing-protected-branches/about-protected-branches"]
  since        = "0.1.0"
}

setting "github-branch-history" {
  family = {
    force-pushes = { attribute = "allows_force_pushes", problem = "The history of this branch can be rewritten", does = "rewritten" }
    deletion     = { attribute = "allows_deletions", problem = "This branch can be deleted", does = "deleted" }
  }
  title    = "Protected branches cannot be ${family.value.does}"
  problem  = family.value.problem
  layer    = "integrity"
  severity = "medium"

  resource  = "github_branch_protection"
  attribute = family.value.attribute
  condition = value != true

  why        = "Reviewed changes, and the proof of who made them, can be removed without a trace."
  fix        = { (family.value.attribute) = false }
  references = ["https://docs.github.com/en/repositories/configuring-branches-and-merges-in-your-repository/managing-protected-branches/about-protected-branches"]
  since      = "0.1.0"
}

setting "github-branch-signed-commits" {
  title    = "Commits on protected branches are signed"
  problem  = "Nothing proves who made the commits on this branch"
  layer    = "integrity"
  severity = "low"

  resource  = ["github_branch_protection", "github_branch_protection_v3"]
  attribute = "require_signed_commits"
  condition = value == true

  why        = "Anyone who can push can write commits in another person's name."
  fix        = { require_signed_commits = true }
  careful    = "pushes of people and bots without a signing key are refused"
  aliases    = ["CKV_GIT_6", "AVD-GIT-0004"]
  references = ["https://docs.github.com/en/authentication/managing-commit-signature-verification/about-commit-signature-verification"]
  since      = "0.1.0"
}
