# What identities may do, in every notation.

variable "policy" {
  type = string
}

variable "action" {
  type = string
}

variable "bucket" {
  type = string
}

# Full administration.

resource "aws_iam_policy" "admin" {
  name = "admin"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "*" # expect: insecure aws-iam-no-full-admin
      Resource = "*"
    }]
  })
}

resource "aws_iam_role_policy" "admin" {
  name = "admin"
  role = "deploy"
  # expect(+7): insecure aws-iam-no-full-admin
  policy = <<-JSON
    {
      "Version": "2012-10-17",
      "Statement": [
        {
          "Effect": "Allow",
          "Action": ["*"],
          "Resource": ["*"]
        }
      ]
    }
  JSON
}

data "aws_iam_policy_document" "base" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["arn:aws:s3:::acme-reports/*"]
  }
}

data "aws_iam_policy_document" "admin" {
  source_policy_documents = [data.aws_iam_policy_document.base.json]

  statement {
    actions   = ["*"] # expect: insecure aws-iam-no-full-admin
    resources = ["*"]
  }
}

resource "aws_iam_group_policy" "admin" {
  name   = "admin"
  group  = "operators"
  policy = data.aws_iam_policy_document.admin.json
}

resource "aws_iam_role" "inline" {
  name               = "inline"
  assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ec2.amazonaws.com" } }] })

  inline_policy {
    name = "admin"
    policy = jsonencode({
      Statement = {
        Effect   = "Allow"
        Action   = "*" # expect: insecure aws-iam-no-full-admin
        Resource = "*"
      }
    })
  }
}

resource "aws_ssoadmin_permission_set_inline_policy" "admin" {
  instance_arn       = "arn:aws:sso:::instance/ssoins-0123456789abcdef"
  permission_set_arn = "arn:aws:sso:::permissionSet/ssoins-0123456789abcdef/ps-0123456789abcdef"
  inline_policy = jsonencode({
    Statement = [{
      Effect   = "Allow"
      Action   = ["*"] # expect: insecure aws-iam-no-full-admin
      Resource = ["*"]
    }]
  })
}

# nobody takes this one's json
data "aws_iam_policy_document" "orphan" {
  statement {
    actions   = ["*"] # expect: insecure aws-iam-no-full-admin
    resources = ["*"]
  }
}

resource "aws_iam_user_policy" "unknown" {
  name   = "unknown"
  user   = "deploy"
  policy = var.policy # expect: unknown aws-iam-no-full-admin because var.policy, unknown aws-iam-any-action because var.policy, unknown aws-iam-service-wildcard because var.policy, unknown aws-iam-not-action because var.policy, unknown aws-iam-pass-role because var.policy, unknown aws-iam-escalation because var.policy, unknown aws-iam-assume-any-role because var.policy
}

# Right ones.

resource "aws_iam_policy" "narrow" {
  name = "narrow"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { # expect: secure aws-iam-not-action
        Sid      = "Read"
        Effect   = "Allow"
        Action   = ["s3:GetObject", "s3:ListBucket"] # expect: secure aws-iam-no-full-admin, secure aws-iam-any-action
        Resource = ["arn:aws:s3:::${var.bucket}", "arn:aws:s3:::${var.bucket}/*"]
      },
      { # expect: not_applicable aws-iam-no-full-admin
        Sid      = "Never"
        Effect   = "Deny"
        Action   = "*"
        Resource = "*"
      },
    ]
  })
}

resource "aws_iam_policy" "unknown_action" {
  name = "unknown-action"
  policy = jsonencode({
    Statement = [{
      Effect   = "Allow"
      Action   = [var.action] # expect: unknown aws-iam-no-full-admin because var.action, unknown aws-iam-service-wildcard because var.action, unknown aws-iam-escalation because var.action
      Resource = "*"          # expect: unknown aws-iam-pass-role because var.action, unknown aws-iam-assume-any-role because var.action
    }]
  })
}

# Wildcards.

resource "aws_iam_policy" "wildcards" {
  name = "wildcards"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["logs:PutLogEvents", "dynamodb:*"] # expect: insecure aws-iam-service-wildcard
        Resource = "*"
      },
      {
        Effect   = "Allow"
        Action   = "*" # expect: insecure aws-iam-any-action
        Resource = "arn:aws:s3:::acme-reports/*"
      },
      {
        Effect    = "Allow"
        NotAction = ["iam:*", "organizations:*"] # expect: insecure aws-iam-not-action
        Resource  = "*"
      },
      { # expect: not_applicable aws-iam-service-wildcard
        Effect   = "Allow"
        Action   = "dynamodb:*"
        Resource = "arn:aws:dynamodb:eu-central-1:123456789012:table/orders"
      },
      { # expect: secure aws-iam-service-wildcard
        Effect   = "Allow"
        Action   = ["ec2:Describe*", "tag:Get*"]
        Resource = "*"
      },
    ]
  })
}

resource "aws_iam_policy" "unknown_not_action" {
  name = "unknown-not-action"
  policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      NotAction = var.action # expect: unknown aws-iam-not-action because var.action
      Resource  = "arn:aws:s3:::acme-reports/*"
    }]
  })
}

resource "aws_iam_policy" "unknown_any_action" {
  name = "unknown-any-action"
  policy = jsonencode({
    Statement = [{
      Effect   = "Allow"
      Action   = var.action # expect: unknown aws-iam-any-action because var.action
      Resource = "arn:aws:s3:::acme-reports/*"
    }]
  })
}

# Rights that become more rights.

resource "aws_iam_policy" "roles" {
  name = "roles"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["iam:PassRole"]
        Resource = "*" # expect: insecure aws-iam-pass-role
      },
      {
        Effect   = "Allow"
        Action   = ["iam:GetRole", "iam:PassRole"]
        Resource = ["arn:aws:iam::123456789012:role/*"] # expect: insecure aws-iam-pass-role
      },
      { # expect: secure aws-iam-pass-role
        Effect   = "Allow"
        Action   = "iam:PassRole"
        Resource = "arn:aws:iam::123456789012:role/task-*"
      },
      {
        Effect    = "Allow"
        Action    = "iam:PassRole"
        Resource  = "*" # expect: secure aws-iam-pass-role
        Condition = { StringEquals = { "iam:PassedToService" = "ecs-tasks.amazonaws.com" } }
      },
      {
        Effect   = "Allow"
        Action   = ["iam:ListUsers", "iam:CreateAccessKey"] # expect: insecure aws-iam-escalation
        Resource = "*"
      },
      { # expect: secure aws-iam-escalation
        Effect   = "Allow"
        Action   = ["iam:GetUser", "iam:ListUsers"]
        Resource = "*"
      },
      {
        Effect    = "Allow"
        Action    = ["iam:PutRolePolicy"] # expect: secure aws-iam-escalation
        Resource  = "*"
        Condition = { StringEquals = { "iam:PermissionsBoundary" = "arn:aws:iam::123456789012:policy/boundary" } }
      },
      {
        Effect   = "Allow"
        Action   = "sts:AssumeRole"
        Resource = "*" # expect: insecure aws-iam-assume-any-role
      },
      {
        Effect   = "Allow"
        Action   = "sts:AssumeRole"
        Resource = "arn:aws:iam::*:role/*" # expect: insecure aws-iam-assume-any-role
      },
      { # expect: secure aws-iam-assume-any-role
        Effect   = "Allow"
        Action   = "sts:AssumeRole"
        Resource = "arn:aws:iam::*:role/deploy"
      },
    ]
  })
}
