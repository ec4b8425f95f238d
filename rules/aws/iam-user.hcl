# IAM: people and programs with names of their own.

setting "aws-iam-user-policy" {
  title    = "Users get their rights from groups and roles"
  problem  = "This user has rights of its own"
  layer    = "accounts"
  severity = "low"

  resource  = "aws_iam_user"
  carriers  = "all"
  condition = value == null
  companion "aws_iam_user_policy" "aws_iam_user_policy_attachment" {
    via       = "user"
    attribute = "user"
  }
  companion "aws_iam_policy_attachment" {
    via       = "users[*]"
    attribute = "users"
  }

  why        = "Rights granted one by one are forgotten when somebody changes places."
  aliases    = ["CKV_AWS_40", "AVD-AWS-0143", "AC_AWS_0475", "AC_AWS_0476"]
  references = ["https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html"]
  since      = "0.1.0"
}

setting "aws-iam-user-no-console" {
  title    = "IAM users have no console password"
  problem  = "This user signs in with a password"
  layer    = "accounts"
  severity = "low"

  resource  = "aws_iam_user"
  condition = value == null
  companion "aws_iam_user_login_profile" {
    via = "user"
  }

  why        = "People who come through single sign-on leave with it; a password stays."
  aliases    = ["CKV2_AWS_22", "CKV_AWS_273"]
  references = ["https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html"]
  since      = "0.1.0"
}

setting "aws-iam-user-group" {
  title    = "Users belong to a group"
  problem  = "This user belongs to no group"
  layer    = "accounts"
  severity = "info"

  resource  = "aws_iam_user"
  condition = value != null
  companion "aws_iam_group_membership" {
    via       = "users[*]"
    attribute = "group"
  }
  companion "aws_iam_user_group_membership" {
    via       = "user"
    attribute = "groups"
  }

  why        = "Rights that hang on a group change for all its members at once."
  aliases    = ["CKV2_AWS_21"]
  references = ["https://docs.aws.amazon.com/IAM/latest/UserGuide/id_groups.html"]
  since      = "0.1.0"
}

setting "aws-iam-user-first-password" {
  title    = "First passwords have 14 characters or more"
  problem  = "The first password of this user has ${value} characters"
  layer    = "accounts"
  severity = "low"

  resource  = "aws_iam_user_login_profile"
  attribute = "password_length"
  default   = 20
  condition = value >= 14

  why        = "It may be all that stands before the console for as long as the user does not come."
  fix        = { password_length = 20 }
  aliases    = ["AC_AWS_0148"]
  references = ["https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_admin-change-user.html"]
  since      = "0.1.0"
}

setting "aws-iam-user-password-reset" {
  title    = "First passwords are changed at the first sign-in"
  problem  = "This user may keep the password that was made for it"
  layer    = "accounts"
  severity = "low"

  resource  = "aws_iam_user_login_profile"
  filter    = attrs.password_reset_required != null # what holds then differs by version of the provider
  attribute = "password_reset_required"
  condition = value == true

  why        = "Whoever can read the state, or made the password, knows it for ever."
  fix        = { password_reset_required = true }
  aliases    = ["AC_AWS_0148"]
  references = ["https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_admin-change-user.html"]
  since      = "0.1.0"
}
