# IAM: groups of users.

setting "aws-iam-group-members" {
  title    = "Groups have members"
  problem  = "This group has no members"
  layer    = "accounts"
  severity = "info"

  resource  = "aws_iam_group"
  condition = value != null
  companion "aws_iam_group_membership" {
    via       = "group"
    attribute = "users"
  }
  companion "aws_iam_user_group_membership" {
    via       = "groups[*]"
    attribute = "user"
  }

  why        = "Rights that nobody has are granted with the first member, long after anybody looked at them."
  aliases    = ["CKV2_AWS_14"]
  references = ["https://docs.aws.amazon.com/IAM/latest/UserGuide/id_groups.html"]
  since      = "0.1.0"
}

setting "aws-iam-group-mfa" {
  title    = "Policies of groups ask for a second factor"
  problem  = "The rights of this group do not hang on a second factor"
  layer    = "accounts"
  severity = "info"

  resource  = "aws_iam_group"
  filter    = length(referring(attrs, "aws_iam_group_policy", "group")) > 0
  condition = value != null
  companion "aws_iam_group_policy" {
    via     = "group"
    subject = flatten([for s in statements(carrier.policy) : [for c in s.conditions : c.variable if contains(["aws:multifactorauthpresent", "aws:multifactorauthage"], lower(c.variable))]])[0]
  }

  why        = "A stolen password or key then has every right of the group."
  remedy     = "deny what is not needed to enrol unless `aws:MultiFactorAuthPresent` is true"
  careful    = "access keys have no second factor: programs that use them lose their rights"
  aliases    = ["AVD-AWS-0123"]
  references = ["https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html"]
  since      = "0.1.0"
}
