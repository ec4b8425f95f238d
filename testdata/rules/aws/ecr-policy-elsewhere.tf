# A policy of which nobody can say whose it is.

variable "text" {
  type = string
}

resource "aws_ecr_repository" "shop" { # expect: unknown aws-ecr-policy because var.text
  name = "shop"
}

resource "aws_ecr_repository_policy" "some" {
  repository = var.text
  policy     = "{}"
}
