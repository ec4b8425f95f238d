# IAM: what policies allow on every resource although it could be confined to some. An action that takes no resource is
# no matter here, and neither is a statement with a condition: it may confine the resources, by a tag for instance. What
# allows all of a service, or everything, has settings of its own in iam.hcl.

setting "aws-iam-policy-data" {
  title    = "Policies name the data that may be read"
  problem  = "With ${value} on every resource this identity can carry data away"
  layer    = "accounts"
  severity = regex_match(lower(value), "^(s3|secretsmanager|ssm|kms):") ? "medium" : "low"

  kind = "identity_statement"
  filter = identity_statement.effect == "Allow"
  subject   = [for a in identity_statement.actions : a if contains(access_level(a), "exfiltration") && restrictable(a) && !regex_match(a, local.whole_service)][0]
  condition = value == null || !covers_everything(identity_statement) || length(identity_statement.conditions) > 0

  why        = "One stolen key of this identity opens every bucket, secret or table of the account, not only its own."
  remedy     = "name the ARNs in `Resource`, or confine the statement by a condition"
  aliases    = ["CKV_AWS_108", "CKV_AWS_288", "AVD-AWS-0346"]
  references = ["https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege", "https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html"]
  since      = "0.1.0"
}

setting "aws-iam-policy-permissions" {
  title    = "Policies name the resources whose permissions may be changed"
  problem  = "With ${value} on every resource this identity can share what is not its own"
  layer    = "accounts"
  severity = "medium"

  kind = "identity_statement"
  filter = identity_statement.effect == "Allow"
  # the rights that lead to every other, and passing roles, are findings of their own
  subject = [for a in identity_statement.actions : a if(
    contains(access_level(a), "permissions") && restrictable(a) && !regex_match(a, local.whole_service)
    && !anytrue([for one in concat(local.escalating, ["iam:PassRole"]) : allows({ effect = "Allow", actions = [a] }, one)])
  )][0]
  condition = value == null || !covers_everything(identity_statement) || length(identity_statement.conditions) > 0

  why        = "Whoever may write the policy of a resource may read, share and lock it."
  remedy     = "name the ARNs in `Resource`, or confine the statement by a condition"
  aliases    = ["CKV_AWS_109", "CKV_AWS_289"]
  references = ["https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege", "https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html"]
  since      = "0.1.0"
}

setting "aws-iam-policy-credentials" {
  title    = "Policies name the resources whose credentials may be fetched"
  problem  = "With ${value} on every resource this identity can fetch credentials that are not its own"
  layer    = "accounts"
  severity = "medium"

  kind = "identity_statement"
  filter = identity_statement.effect == "Allow"
  # taking roles, and the rights that lead to every other, are findings of their own
  subject = [for a in identity_statement.actions : a if(
    contains(access_level(a), "credentials") && restrictable(a) && !regex_match(a, local.whole_service)
    && !anytrue([for one in concat(local.escalating, ["sts:AssumeRole"]) : allows({ effect = "Allow", actions = [a] }, one)])
  )][0]
  condition = value == null || !covers_everything(identity_statement) || length(identity_statement.conditions) > 0

  why        = "Credentials outlive the session in which they were fetched, and are used from anywhere."
  remedy     = "name the ARNs in `Resource`, or confine the statement by a condition"
  aliases    = ["CKV_AWS_107", "CKV_AWS_287"]
  references = ["https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege", "https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html"]
  since      = "0.1.0"
}

setting "aws-iam-policy-write" {
  title    = "Policies name the resources that may be changed"
  problem  = "With ${value} on every resource this identity can change what is not its own"
  layer    = "accounts"
  # what AWS's own policy for functions allows everywhere is only a wish
  severity = startswith(lower(value), "logs:") ? "info" : "low"

  kind = "identity_statement"
  filter = identity_statement.effect == "Allow"
  locals {
    changing = [for a in identity_statement.actions : a if(
      contains(access_level(a), "write") && restrictable(a) && !regex_match(a, local.whole_service)
      && length(setintersection(access_level(a), ["permissions", "credentials", "exfiltration"])) == 0
      && !allows({ effect = "Allow", actions = [a] }, "sts:AssumeRole")
    )]
  }
  subject   = concat([for a in local.changing : a if !startswith(lower(a), "logs:")], local.changing)[0]
  condition = value == null || !covers_everything(identity_statement) || length(identity_statement.conditions) > 0

  why        = "A mistake, or whoever steals the identity, reaches what belongs to others."
  remedy     = "name the ARNs in `Resource`, or confine the statement by a condition"
  aliases    = ["CKV_AWS_111", "CKV_AWS_290"]
  references = ["https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege", "https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html"]
  since      = "0.1.0"
}

setting "aws-iam-policy-any-resource" {
  title    = "Policies name the resources that they speak of"
  problem  = "${value} is allowed on every resource, though it could be confined to some"
  layer    = "accounts"
  severity = "info"

  kind = "identity_statement"
  filter = identity_statement.effect == "Allow"
  # many that describe and list take no resource, so that a pattern for them needs `*`
  subject   = [for a in identity_statement.actions : a if restrictable(a) && !regex_match(lower(a), "^[a-z0-9-]+:(describe|list|get|batchget)\\*$")][0]
  condition = value == null || !covers_everything(identity_statement) || length(identity_statement.conditions) > 0

  why        = "What is allowed everywhere is allowed on what comes next year, too."
  remedy     = "name the ARNs in `Resource`, or confine the statement by a condition"
  aliases    = ["CKV_AWS_355", "CKV_AWS_356"]
  references = ["https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege", "https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html"]
  since      = "0.1.0"
}

locals {
  # `*`, `s3:*`
  whole_service = "^([A-Za-z0-9-]+:)?\\*+$"
}
