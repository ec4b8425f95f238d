# Who may take a role, and what is attached to it.

variable "trust" {
  type = string
}

variable "subject" {
  type = string
}

variable "policy_arn" {
  type = string
}

# Trust policies.

resource "aws_iam_role" "everyone" {
  name = "everyone"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { AWS = "*" } # expect: insecure aws-iam-trust-everyone
    }]
  })
}

data "aws_iam_policy_document" "everyone" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "AWS"
      identifiers = ["*"] # expect: insecure aws-iam-trust-everyone
    }
  }
}

resource "aws_iam_role" "everyone_by_document" {
  name               = "everyone-by-document"
  assume_role_policy = data.aws_iam_policy_document.everyone.json
}

resource "aws_iam_role" "organisation" {
  name = "organisation"
  assume_role_policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = "*" # expect: secure aws-iam-trust-everyone
      Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-a1b2c3d4e5" } }
    }]
  })
}

resource "aws_iam_role" "service" {
  name               = "service"
  assume_role_policy = <<-JSON
    {
      "Version": "2012-10-17",
      "Statement": [
        {
          "Effect": "Allow",
          "Principal": {"Service": "lambda.amazonaws.com"},
          "Action": "sts:AssumeRole"
        }
      ]
    }
  JSON
}

resource "aws_iam_role" "unknown" {
  name               = "unknown"
  assume_role_policy = var.trust # expect: unknown aws-iam-trust-everyone because var.trust, unknown aws-iam-github-oidc-subject because var.trust
}

# GitHub Actions.

resource "aws_iam_openid_connect_provider" "github" {
  url            = "https://token.actions.githubusercontent.com"
  client_id_list = ["sts.amazonaws.com"]
}

resource "aws_iam_role" "any_repository" {
  name = "any-repository"
  assume_role_policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = aws_iam_openid_connect_provider.github.arn }
      Condition = {
        StringEquals = { "token.actions.githubusercontent.com:aud" = "sts.amazonaws.com" }
        StringLike   = { "token.actions.githubusercontent.com:sub" = "repo:*" } # expect: insecure aws-iam-github-oidc-subject
      }
    }]
  })
}

resource "aws_iam_role" "no_subject" {
  name = "no-subject"
  assume_role_policy = jsonencode({
    Statement = [{ # expect: unset aws-iam-github-oidc-subject
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" }
      Condition = {
        StringEquals = { "token.actions.githubusercontent.com:aud" = "sts.amazonaws.com" }
      }
    }]
  })
}

data "aws_iam_policy_document" "one_repository" {
  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]

    principals {
      type        = "Federated"
      identifiers = [aws_iam_openid_connect_provider.github.arn]
    }

    condition {
      test     = "StringEquals"
      variable = "token.actions.githubusercontent.com:aud"
      values   = ["sts.amazonaws.com"]
    }

    condition {
      test     = "StringLike"
      variable = "token.actions.githubusercontent.com:sub"
      values   = ["repo:acme/shop:ref:refs/heads/main", "repo:acme/*"] # expect: secure aws-iam-github-oidc-subject
    }
  }
}

resource "aws_iam_role" "one_repository" {
  name               = "one-repository"
  assume_role_policy = data.aws_iam_policy_document.one_repository.json
}

resource "aws_iam_role" "unknown_subject" {
  name = "unknown-subject"
  assume_role_policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = aws_iam_openid_connect_provider.github.arn }
      Condition = {
        StringLike = { "token.actions.githubusercontent.com:sub" = var.subject } # expect: unknown aws-iam-github-oidc-subject because var.subject
      }
    }]
  })
}

# AdministratorAccess.

resource "aws_iam_role_policy_attachment" "admin" {
  role       = aws_iam_role.service.name
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess" # expect: insecure aws-iam-managed-admin
}

resource "aws_iam_role_policy_attachment" "read" {
  for_each   = toset(["arn:aws:iam::aws:policy/ReadOnlyAccess", "arn:aws:iam::aws:policy/SecurityAudit"])
  role       = aws_iam_role.service.name
  policy_arn = each.value # expect: secure aws-iam-managed-admin
}

resource "aws_iam_policy" "own" {
  name   = "own"
  policy = jsonencode({ Statement = [] })
}

resource "aws_iam_role_policy_attachment" "own" { # expect: not_applicable aws-iam-managed-admin
  role       = aws_iam_role.service.name
  policy_arn = aws_iam_policy.own.arn
}

resource "aws_iam_group_policy_attachment" "unknown" {
  group      = "operators"
  policy_arn = var.policy_arn # expect: unknown aws-iam-managed-admin because var.policy_arn, unknown aws-iam-managed-iam because var.policy_arn
}

resource "aws_iam_role" "managed" {
  name                = "managed"
  assume_role_policy  = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ec2.amazonaws.com" } }] })
  managed_policy_arns = ["arn:aws:iam::aws:policy/AdministratorAccess"] # expect: insecure aws-iam-managed-admin
}

data "aws_iam_policy" "admin" {
  name = "AdministratorAccess" # expect: insecure aws-iam-managed-admin
}

resource "aws_iam_user_policy_attachment" "looked_up" { # expect: not_applicable aws-iam-managed-admin, not_applicable aws-iam-managed-iam
  user       = "operator"
  policy_arn = data.aws_iam_policy.admin.arn
}

data "aws_iam_policy" "iam" {
  arn = "arn:aws:iam::aws:policy/IAMFullAccess" # expect: insecure aws-iam-managed-iam, secure aws-iam-managed-admin
}

resource "aws_iam_role_policy_attachment" "iam" {
  role       = aws_iam_role.service.name
  policy_arn = "arn:aws:iam::aws:policy/IAMFullAccess" # expect: insecure aws-iam-managed-iam
}

resource "aws_iam_role_policy_attachment" "iam_read" {
  role       = aws_iam_role.service.name
  policy_arn = "arn:aws:iam::aws:policy/IAMReadOnlyAccess" # expect: secure aws-iam-managed-iam
}

resource "aws_iam_role" "managed_iam" {
  name                = "managed-iam"
  assume_role_policy  = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ec2.amazonaws.com" } }] })
  managed_policy_arns = ["arn:aws:iam::aws:policy/IAMFullAccess"] # expect: insecure aws-iam-managed-iam
}

resource "aws_ssoadmin_managed_policy_attachment" "admin" {
  instance_arn       = "arn:aws:sso:::instance/ssoins-0123456789abcdef"
  permission_set_arn = "arn:aws:sso:::permissionSet/ssoins-0123456789abcdef/ps-0123456789abcdef"
  managed_policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess" # expect: insecure aws-iam-managed-admin
}

resource "aws_ssoadmin_managed_policy_attachment" "iam" {
  instance_arn       = "arn:aws:sso:::instance/ssoins-0123456789abcdef"
  permission_set_arn = "arn:aws:sso:::permissionSet/ssoins-0123456789abcdef/ps-0123456789abcdef"
  managed_policy_arn = "arn:aws:iam::aws:policy/IAMFullAccess" # expect: insecure aws-iam-managed-iam
}

# How long a session lasts.

variable "seconds" {
  type = number
}

resource "aws_iam_role" "long" {
  name                 = "long"
  assume_role_policy   = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ec2.amazonaws.com" } }] })
  max_session_duration = 43200 # expect: insecure aws-iam-role-session
}

resource "aws_iam_role" "hour" {
  name                 = "hour"
  assume_role_policy   = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ec2.amazonaws.com" } }] })
  max_session_duration = 3600 # expect: secure aws-iam-role-session
}

resource "aws_iam_role" "unknown_session" {
  name                 = "unknown-session"
  assume_role_policy   = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ec2.amazonaws.com" } }] })
  max_session_duration = var.seconds # expect: unknown aws-iam-role-session because var.seconds
}
