# Who may take a role, beyond the widest mistakes.

variable "provider_arn" {
  type = string
}

variable "account" {
  type = string
}

variable "subject" {
  type = string
}

variable "action" {
  type = string
}

data "aws_caller_identity" "own" {}

# Actions.

resource "aws_iam_role" "any_action" {
  name = "any-action"
  assume_role_policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Action    = "*" # expect: insecure aws-iam-trust-any-action
      Principal = { Service = "ec2.amazonaws.com" }
    }]
  })
}

resource "aws_iam_role" "two_actions" {
  name = "two-actions"
  assume_role_policy = jsonencode({
    Statement = [{ # expect: secure aws-iam-trust-any-action, secure aws-iam-trust-account
      Effect    = "Allow"
      Action    = ["sts:AssumeRole", "sts:TagSession"]
      Principal = { Service = "ec2.amazonaws.com" }
    }]
  })
}

resource "aws_iam_role" "unknown_action" {
  name = "unknown-action"
  assume_role_policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Action    = [var.action] # expect: unknown aws-iam-trust-any-action because var.action
      Principal = { Service = "ec2.amazonaws.com" }
    }]
  })
}

# Accounts.

resource "aws_iam_role" "account" {
  name = "account"
  assume_role_policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { AWS = ["arn:aws:iam::123456789012:role/shop", "210987654321"] } # expect: insecure aws-iam-trust-account
    }]
  })
}

resource "aws_iam_role" "own_account" {
  name = "own-account"
  assume_role_policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { AWS = "arn:aws:iam::${data.aws_caller_identity.own.account_id}:root" } # expect: insecure aws-iam-trust-account
    }]
  })
}

resource "aws_iam_role" "vendor" {
  name = "vendor"
  assume_role_policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { AWS = "arn:aws:iam::210987654321:root" } # expect: secure aws-iam-trust-account
      Condition = { StringEquals = { "sts:ExternalId" = "shop-7c1f" } }
    }]
  })
}

resource "aws_iam_role" "unknown_account" {
  name = "unknown-account"
  assume_role_policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { AWS = [var.account] } # expect: unknown aws-iam-trust-account because var.account
    }]
  })
}

# GitHub.

resource "aws_iam_openid_connect_provider" "github" {
  url            = "https://token.actions.githubusercontent.com"
  client_id_list = ["sts.amazonaws.com"]
}

resource "aws_iam_role" "github_owner" {
  name = "github-owner"
  assume_role_policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = aws_iam_openid_connect_provider.github.arn }
      Condition = {
        StringLike = { "token.actions.githubusercontent.com:sub" = ["repo:acme/*:ref:refs/heads/main"] } # expect: insecure aws-iam-trust-github-owner
      }
    }]
  })
}

resource "aws_iam_role" "github_repository" {
  name = "github-repository"
  assume_role_policy = jsonencode({
    Statement = [{ # expect: secure aws-iam-trust-github-owner
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = aws_iam_openid_connect_provider.github.arn }
      Condition = {
        StringLike = { "token.actions.githubusercontent.com:sub" = "repo:acme/shop:*" } # expect: secure aws-iam-github-oidc-subject
      }
    }]
  })
}

resource "aws_iam_role" "github_unknown" {
  name = "github-unknown"
  assume_role_policy = jsonencode({
    Statement = [{ # expect: unknown aws-iam-trust-github-owner because var.subject
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = aws_iam_openid_connect_provider.github.arn }
      Condition = {
        StringLike = { "token.actions.githubusercontent.com:sub" = "repo:${var.subject}" } # expect: unknown aws-iam-github-oidc-subject because var.subject
      }
    }]
  })
}

# no condition at all: the provider is known by its reference
resource "aws_iam_role" "github_bare" {
  name = "github-bare"
  assume_role_policy = jsonencode({
    Statement = [{ # expect: unset aws-iam-github-oidc-subject
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = aws_iam_openid_connect_provider.github.arn }
    }]
  })
}

# Clusters have issuers of their own.

resource "aws_eks_cluster" "shop" {
  name     = "shop"
  role_arn = aws_iam_role.two_actions.arn
  vpc_config {
    subnet_ids = ["subnet-0a1b2c3d"]
  }
}

resource "aws_iam_openid_connect_provider" "shop" {
  url            = aws_eks_cluster.shop.identity[0].oidc[0].issuer
  client_id_list = ["sts.amazonaws.com"]
}

data "aws_iam_policy_document" "pod" {
  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]
    principals {
      type        = "Federated"
      identifiers = [aws_iam_openid_connect_provider.shop.arn]
    }
    condition {
      test     = "StringEquals"
      variable = "${replace(aws_iam_openid_connect_provider.shop.url, "https://", "")}:sub"
      values   = ["system:serviceaccount:shop:web"]
    }
  }
}

resource "aws_iam_role" "pod" { # expect: not_applicable aws-iam-github-oidc-subject, not_applicable aws-iam-trust-github-owner, not_applicable aws-iam-trust-shared-issuer
  name               = "pod"
  assume_role_policy = data.aws_iam_policy_document.pod.json
}

# Other issuers with many tenants.

resource "aws_iam_openid_connect_provider" "gitlab" {
  url            = "https://gitlab.com"
  client_id_list = ["https://gitlab.com"]
}

resource "aws_iam_role" "gitlab" {
  name = "gitlab"
  assume_role_policy = jsonencode({
    Statement = [{ # expect: unset aws-iam-trust-shared-issuer
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = aws_iam_openid_connect_provider.gitlab.arn }
      Condition = { StringEquals = { "gitlab.com:aud" = "https://gitlab.com" } }
    }]
  })
}

resource "aws_iam_role" "gitlab_project" {
  name = "gitlab-project"
  assume_role_policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = "arn:aws:iam::123456789012:oidc-provider/gitlab.com" }
      Condition = { StringLike = { "gitlab.com:sub" = "project_path:acme/shop:*" } } # expect: secure aws-iam-trust-shared-issuer
    }]
  })
}

resource "aws_iam_role" "terraform" {
  name = "terraform"
  assume_role_policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = "arn:aws:iam::${data.aws_caller_identity.own.account_id}:oidc-provider/app.terraform.io" }
      Condition = { StringLike = { "app.terraform.io:sub" = "organization:*:project:*" } } # expect: insecure aws-iam-trust-shared-issuer
    }]
  })
}

resource "aws_iam_role" "unknown_issuer" {
  name = "unknown-issuer"
  assume_role_policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = "arn:aws:iam::123456789012:oidc-provider/gitlab.com" }
      Condition = { StringLike = { "gitlab.com:sub" = var.subject } } # expect: unknown aws-iam-trust-shared-issuer because var.subject
    }]
  })
}
