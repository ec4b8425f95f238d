# Groups, who is in them, and what they may do.

variable "members" {
  type = list(string)
}

variable "policy" {
  type = string
}

variable "length" {
  type = number
}

variable "reset" {
  type = bool
}

variable "user" {
  type = string
}

resource "aws_iam_group" "operators" { # expect: secure aws-iam-group-mfa
  name = "operators"
}

resource "aws_iam_group_membership" "operators" {
  name  = "operators"
  group = aws_iam_group.operators.name
  users = [aws_iam_user.ada.name] # expect: secure aws-iam-group-members
}

resource "aws_iam_group_policy" "operators" {
  group = aws_iam_group.operators.name
  policy = jsonencode({
    Statement = [{
      Effect    = "Deny"
      NotAction = ["iam:EnableMFADevice", "sts:GetSessionToken"]
      Resource  = "*"
      Condition = { BoolIfExists = { "aws:multifactorauthpresent" = "false" } }
    }]
  })
}

resource "aws_iam_group" "second" {
  name = "second"
}

resource "aws_iam_user_group_membership" "grace" {
  user   = aws_iam_user.grace.name # expect: secure aws-iam-group-members
  groups = [aws_iam_group.second.name] # expect: secure aws-iam-user-group
}

resource "aws_iam_group_policy" "second" { # expect: unset aws-iam-group-mfa
  group  = aws_iam_group.second.name
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "ec2:DescribeInstances", Resource = "*" }] })
}

resource "aws_iam_group" "empty" { # expect: unset aws-iam-group-members, not_applicable aws-iam-group-mfa
  name = "empty"
}

resource "aws_iam_group" "third" {
  name = "third"
}

resource "aws_iam_group_membership" "third" {
  name  = "third"
  group = aws_iam_group.third.name
  users = var.members # expect: unknown aws-iam-group-members because var.members
}

resource "aws_iam_group_policy" "third" { # expect: unknown aws-iam-group-mfa because var.policy
  group  = aws_iam_group.third.name
  policy = var.policy
}

resource "aws_iam_user" "ada" { # expect: secure aws-iam-user-group
  name = "ada"
}

resource "aws_iam_user" "grace" {
  name = "grace"
}

resource "aws_iam_user" "alone" { # expect: unknown aws-iam-user-group because var.members
  name = "alone"
}

# Their first passwords.

resource "aws_iam_user_login_profile" "short" {
  user                    = "ada"
  password_length         = 8     # expect: insecure aws-iam-user-first-password
  password_reset_required = false # expect: insecure aws-iam-user-password-reset
}

resource "aws_iam_user_login_profile" "silent" { # expect: secure aws-iam-user-first-password, not_applicable aws-iam-user-password-reset
  user = "grace"
}

resource "aws_iam_user_login_profile" "strong" {
  user                    = "alone"
  password_length         = 24   # expect: secure aws-iam-user-first-password
  password_reset_required = true # expect: secure aws-iam-user-password-reset
}

resource "aws_iam_user_login_profile" "unknown" {
  user                    = "linus"
  password_length         = var.length # expect: unknown aws-iam-user-first-password because var.length
  password_reset_required = var.reset  # expect: unknown aws-iam-user-password-reset because var.reset
}

# Keys of a user called root.

resource "aws_iam_access_key" "root" {
  user = "root" # expect: insecure aws-iam-root-access-key
}

resource "aws_iam_access_key" "root_off" { # expect: not_applicable aws-iam-root-access-key
  user   = "root"
  status = "Inactive"
}

resource "aws_iam_access_key" "somebody" {
  user = "ada" # expect: secure aws-iam-root-access-key
}

resource "aws_iam_access_key" "unknown" {
  user = var.user # expect: unknown aws-iam-root-access-key because var.user
}
