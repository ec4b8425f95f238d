# IAM: who may take a role.

setting "aws-iam-trust-everyone" {
  title    = "Roles name who may take them"
  problem  = "Anyone with an AWS account may take this role"
  layer    = "accounts"
  severity = "critical"

  resource  = "aws_iam_role"
  for_each  = statements(attrs.assume_role_policy)
  filter    = each.value.effect == "Allow"
  subject   = [for p in each.value.principals : p.id if p.id == "*"][0]
  condition = value == null || is_narrowed(each.value)

  why        = "Role names are guessable; whoever guesses this one has its rights."
  remedy     = "name the accounts, roles or services that may take the role in the principal"
  aliases    = ["CKV_AWS_60"]
  references = ["https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html"]
  since      = "0.1.0"
}

setting "aws-iam-trust-any-action" {
  title    = "Trust policies name the action they allow"
  problem  = "This trust policy allows ${value}, not only taking the role"
  layer    = "accounts"
  severity = "low"

  resource  = "aws_iam_role"
  for_each  = statements(attrs.assume_role_policy)
  filter    = each.value.effect == "Allow"
  subject   = [for a in each.value.actions : a if regex_match(lower(a), "^(\\*|sts:\\*)$")][0]
  condition = value == null

  why        = "Whoever takes the role may then also set its source identity and its session tags, by which other policies decide."
  remedy     = "allow `sts:AssumeRole` alone, and `sts:TagSession` where session tags are used"
  aliases    = ["AC_AWS_0146"]
  references = ["https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_monitor.html"]
  since      = "0.1.0"
}

setting "aws-iam-trust-account" {
  title    = "Roles name who in an account may take them"
  problem  = "Whoever an account gives the right to may take this role: it names ${value}"
  layer    = "accounts"
  severity = "info" # within one's own account this is how rights are handed out

  resource  = "aws_iam_role"
  for_each  = statements(attrs.assume_role_policy)
  filter    = each.value.effect == "Allow"
  subject   = [for p in each.value.principals : p.id if p.type == "AWS" && (endswith(p.id, ":root") || regex_match(p.id, "^[0-9]{12}$"))][0]
  condition = value == null || length(each.value.conditions) > 0

  why        = "For a service of somebody else that takes roles of many customers, sts:ExternalId tells yours from theirs."
  remedy     = "name the roles that may take it, or ask for `sts:ExternalId`"
  aliases    = ["CKV_AWS_61"]
  references = ["https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html"]
  since      = "0.1.0"
}

setting "aws-iam-trust-github-owner" {
  title    = "Roles for GitHub Actions name the repository"
  problem  = "Workflows of every repository of this owner can take this role: ${value}"
  layer    = "accounts"
  severity = "low"

  resource = "aws_iam_role"
  for_each = statements(attrs.assume_role_policy)
  filter = (
    each.value.effect == "Allow"
    && anytrue([for c in each.value.conditions : startswith(lower(coalesce(oidc_issuer(c.variable), "-")), "token.actions.githubusercontent.com")])
    # other claims name the repository as well
    && !anytrue([for c in each.value.conditions : regex_match(lower(c.variable), "^token\\.actions\\.githubusercontent\\.com:(repository|repository_id|job_workflow_ref)$")])
  )
  subject   = flatten([for c in each.value.conditions : [for v in c.values : v if regex_match(v, "^repo:[^*?/]+/\\*")] if lower(c.variable) == "token.actions.githubusercontent.com:sub" && !strcontains(lower(c.test), "not")])[0]
  condition = value == null

  why        = "Whoever may write to the least of the repositories has the rights of this role."
  remedy     = "name the repository in the condition on `token.actions.githubusercontent.com:sub`"
  references = ["https://docs.github.com/en/actions/concepts/security/openid-connect"]
  since      = "0.1.0"
}

setting "aws-iam-trust-shared-issuer" {
  title    = "Roles for an issuer with many tenants name the tenant"
  problem  = "Everyone who has an account with this issuer of tokens can take this role"
  layer    = "accounts"
  severity = "high" # AWS refuses such policies since 2025; roles from before go on

  resource = "aws_iam_role"
  for_each = statements(attrs.assume_role_policy)
  locals {
    issuers = [for p in each.value.principals : coalesce(oidc_issuer(p.id), "-") if p.type == "Federated"]
    keys    = [for issuer, claim in local.shared_issuers : "${issuer}:${claim}" if contains(local.issuers, issuer)]
  }
  filter    = each.value.effect == "Allow" && length(local.keys) > 0
  subject   = flatten([for c in each.value.conditions : c.values if contains(local.keys, lower(c.variable)) && !strcontains(lower(c.test), "not")])
  condition = length(value) > 0 && alltrue([for v in value : regex_match(v, "[A-Za-z0-9]") && !regex_match(v, "^[a-z_]+:\\*")])

  why        = "The issuer signs tokens for all its customers; only this claim tells yours from theirs."
  remedy     = "name the tenant in a condition on the issuer's `sub`, or `aud`"
  references = ["https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html"]
  since      = "0.1.0"
}

locals {
  # the claim that names the tenant; GitHub's is a setting of its own
  shared_issuers = {
    "agent.buildkite.com"            = "sub"
    "api.pulumi.com/oidc"            = "aud"
    "app.terraform.io"               = "sub"
    "cognito-identity.amazonaws.com" = "aud"
    "gitlab.com"                     = "sub"
    "oidc.codefresh.io"              = "sub"
    "oidc.vercel.com"                = "aud"
  }
}
