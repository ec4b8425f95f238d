# What policies allow on every resource although it could be confined to some.

variable "actions" {
  type = list(string)
}

variable "bucket" {
  type = string
}

resource "aws_sqs_queue" "orders" {
  name = "orders"
}

resource "aws_db_instance" "orders" {
  instance_class              = "db.t4g.medium"
  manage_master_user_password = true
}

resource "aws_iam_policy" "data" {
  name = "data"
  policy = jsonencode({
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["ecr:GetAuthorizationToken", "secretsmanager:GetSecretValue"] # expect: insecure aws-iam-policy-data, insecure aws-iam-policy-any-resource
        Resource = "*"
      },
      {
        Effect   = "Allow"
        Action   = ["s3:Get*", "s3:List*"] # expect: insecure aws-iam-policy-data
        Resource = "*"
      },
      {
        Effect      = "Allow"
        Action      = "dynamodb:Get?tem" # expect: insecure aws-iam-policy-data, insecure aws-iam-policy-any-resource
        NotResource = "arn:aws:dynamodb:eu-central-1:123456789012:table/payments"
      },
      {                                   # expect: secure aws-iam-policy-credentials, secure aws-iam-policy-permissions
        Effect   = "Allow"                # expect: secure aws-iam-policy-write
        Action   = "s3:GetObject"         # expect: secure aws-iam-policy-data, secure aws-iam-policy-any-resource
        Resource = "arn:aws:s3:::${var.bucket}/*"
      },
      {
        Effect    = "Allow"
        Action    = "s3:GetObject" # expect: secure aws-iam-policy-data
        Resource  = "*"
        Condition = { StringEquals = { "s3:ExistingObjectTag/team" = "shop" } }
      },
    ]
  })
}

# What takes no resource needs `*`.
data "aws_iam_policy_document" "unconfined" {
  statement { # expect: secure aws-iam-policy-data, secure aws-iam-policy-any-resource, secure aws-iam-policy-write
    actions = [
      "ecr:GetAuthorizationToken",
      "cloudwatch:PutMetricData",
      "ec2:Describe*",
      "s3:ListAllMyBuckets",
      "sts:GetCallerIdentity",
    ]
    resources = ["*"]
  }
}

resource "aws_iam_role_policy" "unconfined" {
  role   = "agent"
  policy = data.aws_iam_policy_document.unconfined.json
}

resource "aws_iam_group_policy" "permissions" {
  group = "operators"
  # expect(+1): insecure aws-iam-policy-permissions, insecure aws-iam-policy-write, insecure aws-iam-policy-any-resource
  policy = <<-JSON
    {
      "Statement": [
        {
          "Effect": "Allow",
          "Action": ["sqs:SendMessage", "kms:PutKeyPolicy"],
          "Resource": "*"
        },
        {
          "Effect": "Allow",
          "Action": "sns:SetTopicAttributes",
          "Resource": "${aws_sqs_queue.orders.arn}"
        }
      ]
    }
  JSON
}

resource "aws_iam_user_policy" "credentials" {
  user = "runner"
  policy = jsonencode({
    Statement = [
      {
        Effect   = "Allow"
        Action   = "redshift:GetClusterCredentials" # expect: insecure aws-iam-policy-credentials, insecure aws-iam-policy-any-resource
        Resource = "*"
      },
      { # another setting speaks of these
        Effect   = "Allow"
        Action   = ["sts:AssumeRole", "iam:CreateAccessKey", "iam:PassRole"] # expect: insecure aws-iam-policy-any-resource
        Resource = "*"
      },
      { # expect: not_applicable aws-iam-policy-write
        Effect   = "Deny"
        Action   = "sqs:SendMessage"
        Resource = "*"
      },
      { # and of these
        Effect   = "Allow"
        Action   = ["dynamodb:*"] # expect: insecure aws-iam-policy-any-resource
        Resource = "*"
      },
    ]
  })
}

resource "aws_iam_policy" "write" {
  name = "write"
  policy = jsonencode({
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["logs:PutLogEvents", "sqs:SendMessage"] # expect: insecure aws-iam-policy-write, insecure aws-iam-policy-any-resource
        Resource = "*"
      },
      {
        Effect   = "Allow"
        Action   = ["logs:CreateLogStream", "logs:PutLogEvents"] # expect: insecure aws-iam-policy-write, insecure aws-iam-policy-any-resource
        Resource = "*"
      },
      {
        Effect   = "Allow"
        Action   = ["sqs:*Message"]
        Resource = aws_sqs_queue.orders.arn
      },
      { # what a provider computes is one resource
        Effect   = "Allow"
        Action   = "secretsmanager:GetSecretValue" # expect: secure aws-iam-policy-data
        Resource = aws_db_instance.orders.master_user_secret[0].secret_arn
      },
    ]
  })
}

resource "aws_iam_policy" "unknown" {
  name = "unknown"
  policy = jsonencode({
    Statement = [{ # expect: unknown aws-iam-policy-data because var.actions, unknown aws-iam-policy-permissions because var.actions, unknown aws-iam-policy-credentials because var.actions, unknown aws-iam-policy-write because var.actions, unknown aws-iam-policy-any-resource because var.actions
      Effect   = "Allow"
      Action   = var.actions
      Resource = "*"
    }]
  })
}
