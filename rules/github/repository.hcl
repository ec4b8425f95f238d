# Repositories and what GitHub watches in them.

setting "github-repository-private" {
  title    = "Repositories are not public"
  problem  = "Everyone on the internet can read this repository"
  layer    = "data"
  severity = "medium"

  resource = "github_repository"
  # private, a bool, is what provider 2 and older know.
  attribute = ["visibility", "private"]
  condition = contains(["private", "internal", "true"], tostring(value))

  default_note = "left out, GitHub makes the repository public"
  why          = "Code, its history, and every secret that ever slipped into it are everyone's."
  fix          = { visibility = "private" }
  careful      = "stars, watchers and public forks are lost"
  aliases      = ["CKV_GIT_1", "AVD-GIT-0001", "AC_GITHUB_0002"]
  references   = ["https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/managing-repository-settings/setting-repository-visibility"]
  since        = "0.1.0"
}

setting "github-repository-vulnerability-alerts" {
  title    = "GitHub reports known holes in dependencies"
  problem  = "Known holes in this repository's dependencies go unreported"
  layer    = "application"
  severity = "medium"

  resource  = "github_repository"
  filter    = attrs.archived != true
  attribute = "vulnerability_alerts"
  default   = !(contains(["private", "internal"], attrs.visibility) || attrs.private == true)
  condition = value == true
  companion "github_repository_vulnerability_alerts" {
    via       = "repository"
    attribute = "enabled"
    fix       = { enabled = true }
  }

  default_note = "GitHub switches alerts on for public repositories and leaves them off for private ones"
  why          = "A library with a published hole stays in use because nobody hears of it."
  fix          = { vulnerability_alerts = true }
  aliases      = ["CKV_GIT_3", "AVD-GIT-0003"]
  references   = ["https://docs.github.com/en/code-security/dependabot/dependabot-alerts/configuring-dependabot-alerts"]
  since        = "0.1.0"
}
