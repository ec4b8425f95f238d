# An account with an analyzer.

resource "aws_iam_account_password_policy" "watched" { # expect: secure aws-accessanalyzer-account
  minimum_password_length = 16
}

resource "aws_accessanalyzer_analyzer" "account" {
  analyzer_name = "account"
}
