# How old a password may get.

resource "aws_iam_account_password_policy" "silent" { # expect: unset aws-iam-password-age
  minimum_password_length = 14
}

resource "aws_iam_account_password_policy" "year" {
  max_password_age = 365 # expect: insecure aws-iam-password-age
}

resource "aws_iam_account_password_policy" "quarter" {
  max_password_age = 90 # expect: secure aws-iam-password-age
}

variable "days" {
  type = number
}

resource "aws_iam_account_password_policy" "unknown" {
  max_password_age = var.days # expect: unknown aws-iam-password-age because var.days
}
