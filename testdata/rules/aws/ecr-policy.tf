# Policies of repositories.

variable "text" {
  type = string
}

resource "aws_ecr_repository" "silent" { # expect: unset aws-ecr-policy
  name = "silent"
}

resource "aws_ecr_repository" "own" { # expect: secure aws-ecr-policy
  name = "own"
}

resource "aws_ecr_repository_policy" "own" {
  repository = aws_ecr_repository.own.name
  policy     = "{}"
}
