# Who may use topics.

variable "policy" {
  type = string
}

resource "aws_sns_topic" "silent" { # expect: secure aws-sns-policy-accounts
  name = "silent"
}

resource "aws_sns_topic_policy" "account" {
  arn = aws_sns_topic.silent.arn

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sns:Publish"
      Resource  = "*"
      Principal = { AWS = "arn:aws:iam::123456789012:root" } # expect: insecure aws-sns-policy-accounts
    }]
  })
}

resource "aws_sns_topic_policy" "number" {
  arn = "arn:aws:sns:eu-central-1:123456789012:number"

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sns:Publish"
      Resource  = "*"
      Principal = { AWS = ["123456789012"] } # expect: insecure aws-sns-policy-accounts
    }]
  })
}

resource "aws_sns_topic_policy" "narrow" { # expect: secure aws-sns-policy-accounts
  arn = "arn:aws:sns:eu-central-1:123456789012:narrow"

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Action    = "sns:Publish"
        Resource  = "*"
        Principal = { AWS = "arn:aws:iam::123456789012:root" }
        Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-abcdefghij" } }
      },
      {
        Effect    = "Allow"
        Action    = "sns:Publish"
        Resource  = "*"
        Principal = { Service = "cloudwatch.amazonaws.com" }
      },
    ]
  })
}

resource "aws_sns_topic" "unknown" {
  name   = "unknown"
  policy = var.policy # expect: unknown aws-sns-policy-accounts because var.policy
}
