# People and programs with names of their own, and the passwords of people.

variable "user" {
  type = string
}

variable "status" {
  type = string
}

variable "number" {
  type = number
}

variable "flag" {
  type = bool
}

resource "aws_iam_user" "bare" { # expect: secure aws-iam-user-policy, secure aws-iam-user-no-console, secure aws-iam-one-access-key
  name = "bare"
}

resource "aws_iam_user" "inline" {
  name = "inline"
}

resource "aws_iam_user_policy" "inline" {
  name   = "inline"
  user   = aws_iam_user.inline.name # expect: insecure aws-iam-user-policy
  policy = jsonencode({ Statement = [] })
}

resource "aws_iam_user" "attached" {
  name = "attached"
}

resource "aws_iam_user_policy_attachment" "attached" {
  user       = "attached" # expect: insecure aws-iam-user-policy
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}

resource "aws_iam_user" "listed" {
  name = "listed"
}

resource "aws_iam_policy_attachment" "listed" {
  name       = "listed"
  users      = [aws_iam_user.listed.name] # expect: insecure aws-iam-user-policy
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}

resource "aws_iam_user" "console" {
  name = "console"
}

resource "aws_iam_user_login_profile" "console" { # expect: insecure aws-iam-user-no-console
  user = aws_iam_user.console.name
}

# Keys.

resource "aws_iam_user" "two_keys" {
  name = "two-keys"
}

resource "aws_iam_access_key" "first" { # expect: unset aws-iam-static-access-key, insecure aws-iam-one-access-key
  user = aws_iam_user.two_keys.name
}

resource "aws_iam_access_key" "second" {
  user   = aws_iam_user.two_keys.name
  status = "Active" # expect: insecure aws-iam-static-access-key
}

resource "aws_iam_user" "old_key" { # expect: secure aws-iam-one-access-key
  name = "old-key"
}

resource "aws_iam_access_key" "old" {
  user   = aws_iam_user.old_key.name
  status = "Inactive" # expect: secure aws-iam-static-access-key
}

resource "aws_iam_access_key" "unknown" {
  user   = "somebody-else"
  status = var.status # expect: unknown aws-iam-static-access-key because var.status
}

# Passwords.

resource "aws_iam_account_password_policy" "silent" { # expect: unset aws-iam-password-length, unset aws-iam-password-reuse, unset aws-iam-password-characters-lowercase, unset aws-iam-password-characters-uppercase, unset aws-iam-password-characters-numbers, unset aws-iam-password-characters-symbols
  allow_users_to_change_password = true
}

resource "aws_iam_account_password_policy" "weak" {
  minimum_password_length      = 8     # expect: insecure aws-iam-password-length
  password_reuse_prevention    = 5     # expect: insecure aws-iam-password-reuse
  require_lowercase_characters = false # expect: insecure aws-iam-password-characters-lowercase
  require_uppercase_characters = false # expect: insecure aws-iam-password-characters-uppercase
  require_numbers              = false # expect: insecure aws-iam-password-characters-numbers
  require_symbols              = false # expect: insecure aws-iam-password-characters-symbols
}

resource "aws_iam_account_password_policy" "strong" {
  minimum_password_length      = 16   # expect: secure aws-iam-password-length
  password_reuse_prevention    = 24   # expect: secure aws-iam-password-reuse
  require_lowercase_characters = true # expect: secure aws-iam-password-characters-lowercase
  require_uppercase_characters = true # expect: secure aws-iam-password-characters-uppercase
  require_numbers              = true # expect: secure aws-iam-password-characters-numbers
  require_symbols              = true # expect: secure aws-iam-password-characters-symbols
}

resource "aws_iam_account_password_policy" "unknown" {
  minimum_password_length      = var.number # expect: unknown aws-iam-password-length because var.number
  password_reuse_prevention    = var.number # expect: unknown aws-iam-password-reuse because var.number
  require_lowercase_characters = var.flag   # expect: unknown aws-iam-password-characters-lowercase because var.flag
  require_uppercase_characters = var.flag   # expect: unknown aws-iam-password-characters-uppercase because var.flag
  require_numbers              = var.flag   # expect: unknown aws-iam-password-characters-numbers because var.flag
  require_symbols              = var.flag   # expect: unknown aws-iam-password-characters-symbols because var.flag
}
