# Roles that services register with.

variable "text" {
  type = string
}

resource "aws_iam_role" "admin" {
  name               = "EcsAdmin" # expect: insecure aws-ecs-service-role
  assume_role_policy = "{}"
}

resource "aws_iam_role" "register" {
  name               = "register" # expect: secure aws-ecs-service-role
  assume_role_policy = "{}"
}

resource "aws_ecs_service" "silent" { # expect: not_applicable aws-ecs-service-role
  name = "silent"
}

resource "aws_ecs_service" "admin" {
  name     = "admin"
  iam_role = aws_iam_role.admin.arn
}

resource "aws_ecs_service" "named" {
  name     = "named"
  iam_role = "arn:aws:iam::123456789012:role/administrator" # expect: insecure aws-ecs-service-role
}

resource "aws_ecs_service" "register" {
  name     = "register"
  iam_role = aws_iam_role.register.arn
}

resource "aws_ecs_service" "unknown" { # expect: unknown aws-ecs-service-role because var.text
  name     = "unknown"
  iam_role = var.text
}
