# Whose key opens a queue, and what its policy allows.

variable "policy" {
  type = string
}

resource "aws_kms_key" "queues" {
  enable_key_rotation = true
}

resource "aws_sqs_queue" "managed" { # expect: secure aws-sqs-policy-wildcard
  name              = "managed"
  kms_master_key_id = "alias/aws/sqs" # expect: insecure aws-sqs-customer-key
}

resource "aws_sqs_queue" "own" {
  name              = "own"
  kms_master_key_id = aws_kms_key.queues.arn # expect: secure aws-sqs-customer-key

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::123456789012:root" }
      Action    = "sqs:*" # expect: insecure aws-sqs-policy-wildcard
      Resource  = "*"
    }]
  })
}

data "aws_iam_policy_document" "everything" {
  statement {
    actions   = ["*"] # expect: insecure aws-sqs-policy-wildcard
    resources = [aws_sqs_queue.managed.arn]

    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::123456789012:role/app"]
    }
  }
}

resource "aws_sqs_queue_policy" "everything" {
  queue_url = aws_sqs_queue.managed.id
  policy    = data.aws_iam_policy_document.everything.json
}

resource "aws_sqs_queue_policy" "send" {
  queue_url = aws_sqs_queue.managed.id

  policy = <<-POLICY
    {
      "Version": "2012-10-17",
      "Statement": [
        { "Effect": "Deny", "Principal": "*", "Action": "sqs:*", "Resource": "*", "Condition": { "Bool": { "aws:SecureTransport": "false" } } },
        { "Effect": "Allow", "Principal": { "Service": "sns.amazonaws.com" }, "Action": ["sqs:SendMessage"], "Resource": "*", "Condition": { "StringEquals": { "aws:SourceAccount": "123456789012" } } }
      ]
    }
  POLICY
}

resource "aws_sqs_queue_policy" "unknown" {
  queue_url = aws_sqs_queue.managed.id
  policy    = var.policy # expect: unknown aws-sqs-policy-wildcard because var.policy
}
