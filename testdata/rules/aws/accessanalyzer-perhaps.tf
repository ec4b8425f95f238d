# An account whose analyzer may be there.

variable "watched" {
  type = bool
}

resource "aws_iam_account_password_policy" "perhaps" { # expect: unknown aws-accessanalyzer-account because var.watched
  minimum_password_length = 16
}

resource "aws_accessanalyzer_analyzer" "account" {
  count         = var.watched ? 1 : 0
  analyzer_name = "account"
}
