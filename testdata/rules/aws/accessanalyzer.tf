# An account without an analyzer.

resource "aws_iam_account_password_policy" "alone" { # expect: unset aws-accessanalyzer-account
  minimum_password_length = 16
}
