# Policies on resources that say who may use them.

variable "principal" {
  type = string
}

resource "aws_sqs_queue" "open" {
  name = "open"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*" # expect: insecure aws-iam-resource-policy-public
      Action    = "sqs:SendMessage"
      Resource  = "*"
    }]
  })
}

resource "aws_sqs_queue" "quiet" { # expect: secure aws-iam-resource-policy-public
  name = "quiet"
}

data "aws_iam_policy_document" "from_topic" {
  statement {
    actions   = ["sqs:SendMessage"]
    resources = [aws_sqs_queue.quiet.arn]

    principals {
      type        = "AWS"
      identifiers = ["*"] # expect: secure aws-iam-resource-policy-public
    }

    condition {
      test     = "ArnEquals"
      variable = "aws:SourceArn"
      values   = ["arn:aws:sns:eu-central-1:123456789012:orders"]
    }
  }
}

resource "aws_sqs_queue_policy" "quiet" {
  queue_url = aws_sqs_queue.quiet.id
  policy    = data.aws_iam_policy_document.from_topic.json
}

resource "aws_sns_topic_policy" "open" {
  arn = "arn:aws:sns:eu-central-1:123456789012:orders"
  # expect(+7): insecure aws-iam-resource-policy-public
  policy = <<-JSON
    {
      "Version": "2012-10-17",
      "Statement": [
        {
          "Effect": "Allow",
          "Principal": {"AWS": "*"},
          "Action": "sns:Publish",
          "Resource": "arn:aws:sns:eu-central-1:123456789012:orders"
        }
      ]
    }
  JSON
}

resource "aws_kms_key" "open" {
  description = "open"
  policy = jsonencode({
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::123456789012:root" }
        Action    = "kms:*"
        Resource  = "*"
      },
      {
        Effect    = "Allow"
        Principal = { AWS = ["*"] } # expect: insecure aws-iam-resource-policy-public
        Action    = "kms:Decrypt"
        Resource  = "*"
      },
    ]
  })
}

resource "aws_kms_key" "caller" {
  description = "caller"
}

resource "aws_kms_key_policy" "caller" {
  key_id = aws_kms_key.caller.id
  policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = var.principal } # expect: unknown aws-iam-resource-policy-public because var.principal
      Action    = "kms:Decrypt"
      Resource  = "*"
    }]
  })
}

resource "aws_ecr_repository_policy" "deny" { # expect: not_applicable aws-iam-resource-policy-public
  repository = "shop"
  policy = jsonencode({
    Statement = [{
      Effect    = "Deny"
      Principal = "*"
      Action    = "ecr:BatchDeleteImage"
    }]
  })
}

resource "aws_lambda_permission" "everyone" {
  action        = "lambda:InvokeFunction"
  function_name = "shop"
  principal     = "*" # expect: insecure aws-iam-resource-policy-public
}

resource "aws_lambda_permission" "organisation" {
  action           = "lambda:InvokeFunction"
  function_name    = "shop"
  principal        = "*" # expect: secure aws-iam-resource-policy-public
  principal_org_id = "o-a1b2c3d4e5"
}

resource "aws_lambda_permission" "url" { # expect: not_applicable aws-iam-resource-policy-public
  action                 = "lambda:InvokeFunctionUrl"
  function_name          = "shop"
  principal              = "*"
  function_url_auth_type = "NONE"
}

# Documents that nothing here uses.

data "aws_iam_policy_document" "public" {
  statement {
    actions   = ["sqs:SendMessage"]
    resources = ["*"]
    principals {
      type        = "AWS"
      identifiers = ["*"] # expect: insecure aws-iam-document-public
    }
  }
}

data "aws_iam_policy_document" "organisation" {
  statement {
    actions   = ["sqs:SendMessage"]
    resources = ["*"]
    principals {
      type        = "*"
      identifiers = ["*"] # expect: secure aws-iam-document-public
    }
    condition {
      test     = "StringEquals"
      variable = "aws:PrincipalOrgID"
      values   = ["o-a1b2c3d4e5"]
    }
  }
}

data "aws_iam_policy_document" "named" {
  statement { # expect: secure aws-iam-document-public
    actions   = ["sqs:SendMessage"]
    resources = ["*"]
    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::123456789012:role/shop"]
    }
  }
}

data "aws_iam_policy_document" "unknown" {
  statement {
    actions   = ["sqs:SendMessage"]
    resources = ["*"]
    principals {
      type        = "AWS"
      identifiers = [var.principal] # expect: unknown aws-iam-document-public because var.principal
    }
  }
}
