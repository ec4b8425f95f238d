# A template that is tied to a repository that somebody else names.

variable "repository" {
  type = string
}

resource "aws_codecommit_repository" "one" { # expect: unknown aws-codecommit-approval-rule because var.repository
  repository_name = "one"
}

resource "aws_codecommit_approval_rule_template_association" "one" {
  approval_rule_template_name = "two"
  repository_name             = var.repository
}
